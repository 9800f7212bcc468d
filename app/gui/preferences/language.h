#pragma once

#include <QLocale>
#include <QTranslator>

#include <array>
#include <span>

namespace lynceus {

/// A language that the window's texts exist in.
struct Language
{
    QLatin1StringView code; ///< as in Preferences::language and in the name of its catalogue
    QString name;           ///< in itself
};

/// English first, which needs no catalogue.
[[nodiscard]] std::span<const Language> languages();

/// The code of the language of the texts. @p chosen is Preferences::language: if it is empty or unknown, the first of
/// @p wanted ("de-AT", "de", "en", as QLocale::uiLanguages() has them) that there is; else English.
[[nodiscard]] QLatin1StringView languageFor(const QString &chosen, const QStringList &wanted);

/// How numbers and times are written in texts of @p language: as the system writes them if it has the same language,
/// else as usual in that language. Always with the digits 0 to 9, in which versions and names are written.
[[nodiscard]] QLocale localeFor(QLatin1StringView language, const QLocale &system);

/// Gives the program's texts, numbers and dates a language, and takes it back when it ends. Texts that exist already
/// keep theirs: make windows afterwards.
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

    QTranslator m_qt; ///< Qt's own texts, such as the menu of a text field
    QTranslator m_ours;
    QLocale m_before;
    bool m_isUsed = false;
};

} // namespace lynceus
