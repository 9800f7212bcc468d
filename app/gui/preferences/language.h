#pragma once

#include <QLocale>
#include <QTranslator>

#include <array>
#include <span>

namespace lynceus {

/// A language of the user interface.
struct Language
{
    QLatin1StringView code; ///< as in Preferences::language and in the file name of its translations
    QString name;           ///< in the language itself
};

/// English comes first; it needs no translations.
[[nodiscard]] std::span<const Language> languages();

/// The code of the interface language. @p chosen is Preferences::language; if it is empty or unknown, the first
/// available one of @p wanted ("de-AT", "de", "en", as in QLocale::uiLanguages()); otherwise English.
[[nodiscard]] QLatin1StringView languageFor(const QString &chosen, const QStringList &wanted);

/// The formats of numbers and times for texts in @p language: the system's if it has the same language, otherwise the
/// usual ones of that language. Always with the digits 0 to 9, as in versions and names.
[[nodiscard]] QLocale localeFor(QLatin1StringView language, const QLocale &system);

/// Sets the language of texts, numbers and dates; the destructor restores the previous one. Existing widgets keep their
/// texts, so create windows afterwards.
class LanguageInUse final
{
public:
    LanguageInUse() = default;
    ~LanguageInUse();
    LanguageInUse(const LanguageInUse &) = delete;
    LanguageInUse &operator=(const LanguageInUse &) = delete;

    void use(QLatin1StringView language, const QLocale &locale);

private:
    void leave();

    QTranslator m_qt; ///< texts of Qt, such as the menu of a text field
    QTranslator m_ours;
    QLocale m_before;
    bool m_isUsed = false;
};

} // namespace lynceus
