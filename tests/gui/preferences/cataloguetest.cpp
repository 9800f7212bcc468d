#include "app/gui/preferences/language.h"
#include "core/domain/deployments/deployment.h"
#include "core/domain/rollout/verdict/verdict.h"
#include "core/engine/text/wording.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include <algorithm>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace lynceus;

namespace {

struct Message
{
    QString context;
    QString source;
    QStringList forms; ///< one per plural form; messages without a number have one
    bool isNumerus = false;
    bool isFinished = true;
};

std::vector<Message> messagesOf(const QString &language)
{
    QFile file(QStringLiteral(LYNCEUS_SOURCE_DIR) + u"/translations/lynceus_"_s + language + u".ts"_s);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << qPrintable(file.fileName());
    std::vector<Message> messages;
    QString context;
    QXmlStreamReader xml(file.readAll());
    while (!xml.atEnd() && xml.readNext() != QXmlStreamReader::EndDocument) {
        if (!xml.isStartElement())
            continue;
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "message"_L1) {
            messages.push_back({context, {}, {}, xml.attributes().value("numerus"_L1) == "yes"_L1});
        } else if (xml.name() == "source"_L1) {
            messages.back().source = xml.readElementText();
        } else if (xml.name() == "numerusform"_L1) {
            messages.back().forms.append(xml.readElementText());
        } else if (xml.name() == "translation"_L1) {
            messages.back().isFinished = xml.attributes().value("type"_L1) != "unfinished"_L1;
            if (!messages.back().isNumerus)
                messages.back().forms.append(xml.readElementText());
        }
    }
    EXPECT_FALSE(xml.hasError()) << qPrintable(xml.errorString());
    return messages;
}

QStringList found(const QString &text, const QRegularExpression &pattern)
{
    QStringList all;
    for (auto each = pattern.globalMatch(text); each.hasNext();)
        all.append(each.next().captured().remove(u'L'));
    all.sort();
    return all;
}

/// A difference to the source that breaks the translation; empty if there is none.
QString fault(const Message &message, const QString &form, bool spellsFew)
{
    static const QRegularExpression kPlaces(u"%L?([1-9]|n)"_s);
    static const QRegularExpression kTags(u"</?[a-zA-Z][^<>]*>"_s);
    static const QRegularExpression kKeys(u"&(?=[^\\s&])"_s);
    auto translatedPlaces = found(form, kPlaces);
    auto sourcePlaces = found(message.source, kPlaces);
    for (auto *list : {&translatedPlaces, &sourcePlaces}) {
        list->removeDuplicates();
        if (spellsFew)
            list->removeAll(u"%n"_s);
    }
    if (translatedPlaces != sourcePlaces)
        return u"placeholders"_s;
    if (found(form, kTags) != found(message.source, kTags))
        return u"tags"_s;
    if (found(form, kKeys).size() != found(message.source, kKeys).size())
        return u"accelerator"_s;
    return form.trimmed().isEmpty() ? u"empty"_s : QString();
}

/// Forms for few items may replace the number by a word. Arabic's forms are zero, one, two, few, many, other.
bool spellsNumbers(const QString &language, qsizetype form)
{
    return language == u"ar"_s ? form < 3 : form == 0;
}

} // namespace

TEST(Catalogues, KeepPlaceholdersTagsAndAccelerators)
{
    for (const auto &language : languages().subspan(1)) {
        const QString code(language.code);
        const auto messages = messagesOf(code);
        EXPECT_GT(messages.size(), 1'000U) << qPrintable(code);
        for (const auto &message : messages) {
            if (!message.isFinished)
                continue;
            for (qsizetype form = 0; form < message.forms.size(); ++form) {
                const auto what = fault(message, message.forms[form], message.isNumerus && spellsNumbers(code, form));
                EXPECT_TRUE(what.isEmpty()) << qPrintable(code + u' ' + message.context + u": "_s + message.source
                                                          + u" → "_s + message.forms[form] + u": "_s + what);
            }
        }
    }
}

TEST(Catalogues, HaveTheSameMessagesInEachLanguage)
{
    const auto names = [](const QString &code) {
        QStringList all;
        for (const auto &message : messagesOf(code))
            all.append(message.context + u'\n' + message.source);
        return all;
    };
    const auto first = names(u"de"_s);
    EXPECT_EQ(names(u"es"_s), first);
    EXPECT_EQ(names(u"ar"_s), first);
}

TEST(Catalogues, AreComplete)
{
    for (const auto &language : languages().subspan(1)) {
        QStringList missing;
        for (const auto &message : messagesOf(QString(language.code))) {
            if (!message.isFinished)
                missing.append(message.context + u": "_s + message.source);
        }
        EXPECT_TRUE(missing.isEmpty()) << language.code.data() << '\n' << qPrintable(missing.join(u'\n'));
    }
}

// A Latin semicolon between a message of a server and a number would make the number part of the message.
TEST(Catalogues, UseThePunctuationOfArabic)
{
    static const QRegularExpression kForeign(u"[\\x{0621}-\\x{06D3}]\\s?[,;?]"_s);
    for (const auto &message : messagesOf(u"ar"_s)) {
        for (const auto &form : message.forms)
            EXPECT_FALSE(form.contains(kForeign)) << qPrintable(message.context + u": "_s + form);
    }
    LanguageInUse inUse;
    inUse.use("ar"_L1, localeFor("ar"_L1, QLocale::c()));
    EXPECT_EQ(joinedClauses({u"column exists"_s, QString(), u"0 من 3"_s}), u"column exists؛ 0 من 3"_s);
    EXPECT_EQ(joinedList({u"Dex"_s, u"اسم مستخدم"_s}), u"Dex، اسم مستخدم"_s);
}

TEST(Catalogues, TranslateEachCauseAndOutcome)
{
    QStringList known;
    for (const auto &message : messagesOf(u"de"_s)) {
        if (message.context == u"Deployments"_s)
            known.append(message.source);
    }
    QStringList names{nameOf(Actor::Kind::ParameterOverride), nameOf(Deployment::Proof::Reconstructed)};
    for (int kind = 0; kind <= int(Cause::Kind::RolledBack); ++kind)
        names.append(nameOf(Cause::Kind(kind)));
    for (int kind = 0; kind <= int(Blocker::Kind::RevisionUnproven); ++kind)
        names.append(nameOf(Blocker::Kind(kind)));
    for (int outcome = 0; outcome <= int(Deployment::Outcome::Unknown); ++outcome)
        names.append(nameOf(Deployment::Outcome(outcome)));
    for (auto &name : names) {
        name.replace(u'-', u' ');
        EXPECT_TRUE(known.contains(name)) << qPrintable(name);
    }
}

TEST(Languages, FollowTheSettingThenTheSystemThenEnglish)
{
    EXPECT_EQ(languageFor(u"de"_s, {u"es-ES"_s}), "de"_L1);
    EXPECT_EQ(languageFor({}, {u"fr-FR"_s, u"fr"_s, u"es-MX"_s, u"en"_s}), "es"_L1);
    EXPECT_EQ(languageFor({}, {u"de-AT"_s}), "de"_L1);
    EXPECT_EQ(languageFor({}, {u"den"_s, u"pt-BR"_s}), "en"_L1) << "another language that begins with de";
    EXPECT_EQ(languageFor(u"xx"_s, {}), "en"_L1);
}

TEST(Languages, FormatNumbersInTheLanguageOfTheText)
{
    const QLocale german(u"de_DE"_s);
    EXPECT_EQ(localeFor("de"_L1, QLocale(u"de_AT"_s)), QLocale(u"de_AT"_s)) << "as the system does";
    EXPECT_EQ(localeFor("en"_L1, german).language(), QLocale::English);
    EXPECT_EQ(localeFor("de"_L1, QLocale(u"en_US"_s)).toString(1.5), u"1,5");
    for (const auto *system : {"ar_EG", "en_US", "ar_SA", "fa_IR"})
        EXPECT_EQ(localeFor("ar"_L1, QLocale(QString::fromLatin1(system))).zeroDigit(), u"0") << system;
    EXPECT_EQ(localeFor("ar"_L1, german).textDirection(), Qt::RightToLeft);
}

TEST(Languages, AreRestored)
{
    const QLocale before;
    {
        LanguageInUse inUse;
        inUse.use("de"_L1, QLocale(u"de_DE"_s));
        EXPECT_EQ(QLocale().language(), QLocale::German);
        inUse.use("en"_L1, QLocale(u"en_US"_s));
        EXPECT_EQ(QLocale(), QLocale(u"en_US"_s));
    }
    EXPECT_EQ(QLocale(), before);
}

TEST(Languages, HaveTheirCatalogueInTheProgram)
{
    for (const auto &language : languages().subspan(1)) {
        QTranslator translator;
        EXPECT_TRUE(translator.load(u":/translations/lynceus_"_s + language.code)) << language.code.data();
    }
}
