#include "app/gui/preferences/language.h"

#include "core/domain/text/textlocale.h"

#include <QCoreApplication>
#include <QLibraryInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

// The linker omits resources of a static library without this macro, which must be used outside of namespaces.
static void initTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace lynceus {

namespace {

// Context and texts under which Qt looks up its buttons; Qt's own translations are a package that may be missing.
[[maybe_unused]] constexpr std::array kButtons{
    QT_TRANSLATE_NOOP("QPlatformTheme", "OK"),     QT_TRANSLATE_NOOP("QPlatformTheme", "Save"),
    QT_TRANSLATE_NOOP("QPlatformTheme", "Open"),   QT_TRANSLATE_NOOP("QPlatformTheme", "Close"),
    QT_TRANSLATE_NOOP("QPlatformTheme", "Cancel"),
};

constexpr auto kEnglish = "en"_L1;

} // namespace

std::span<const Language> languages()
{
    static const std::array kLanguages{Language{kEnglish, u"English"_s}, Language{"de"_L1, u"Deutsch"_s},
                                       Language{"es"_L1, u"Español"_s}, Language{"ar"_L1, u"العربية"_s}};
    return kLanguages;
}

QLatin1StringView languageFor(const QString &chosen, const QStringList &wanted)
{
    for (const auto &name : QStringList(chosen) + wanted) {
        const auto code = QStringView(name).first(std::min<qsizetype>(2, name.size()));
        const bool isWhole = name.size() == code.size() || !name[code.size()].isLetter(); // "deu" is no "de"
        const auto all = languages();
        const auto found =
            std::ranges::find_if(all, [code](const Language &language) { return language.code == code; });
        if (isWhole && found != all.end())
            return found->code;
    }
    return kEnglish;
}

QLocale localeFor(QLatin1StringView language, const QLocale &system)
{
    const QLocale usual = language == "ar"_L1 ? QLocale(QLocale::Arabic, QLocale::UnitedArabEmirates) // digits 0 to 9
                                              : QLocale(QString(language));
    const auto own = textLocale(system);
    if (own.language() == usual.language())
        return own;
    const QLocale there(usual.language(), system.territory());
    return there.territory() == system.territory() && there.zeroDigit() == u"0"_s ? there : usual;
}

LanguageInUse::~LanguageInUse()
{
    leave();
}

void LanguageInUse::use(QLatin1StringView language, const QLocale &locale)
{
    leave();
    m_before = QLocale();
    m_isUsed = true;
    QLocale::setDefault(locale);
    if (language == kEnglish)
        return;
    // Ours has priority, because it contains buttons too.
    if (m_qt.load(u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    initTranslations();
    if (m_ours.load(u":/translations/lynceus_"_s + language))
        QCoreApplication::installTranslator(&m_ours);
}

void LanguageInUse::leave()
{
    if (!m_isUsed)
        return;
    m_isUsed = false;
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qt);
    QLocale::setDefault(m_before);
}

} // namespace lynceus
