#include "core/domain/tasks/messagetemplate.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

const QStringList kNames{u"app"_s, u"sentence"_s};
const QStringList kDocuments{u"verdict"_s};

Result<MessageTemplate> parsed(const QString &text)
{
    return MessageTemplate::parse(text, kNames, kDocuments);
}

QByteArray rendered(const QString &text, const QString &value)
{
    const auto message = parsed(text);
    EXPECT_TRUE(message) << message.error().message.toStdString();
    return message ? message->rendered({{u"app"_s, value}}, {{u"verdict"_s, R"({"a":1})"}}) : QByteArray();
}

QString faultOf(const QString &text)
{
    const auto message = parsed(text);
    return message ? QString() : message.error().message;
}

} // namespace

TEST(MessageTemplate, EscapesJsonInsideAndOutsideStrings)
{
    const auto value = u"a\"b\\c\nd\u2028\u0001"_s;
    EXPECT_EQ(rendered(u"{\"x\": \"<{{app}}>\"}"_s, value), R"({"x": "<a\"b\\c\u000ad\u2028\u0001>"})");
    EXPECT_EQ(rendered(u"{\"x\": {{ app }}}"_s, value), R"({"x": "a\"b\\c\u000ad\u2028\u0001"})");
    EXPECT_EQ(rendered(u"{\"x\": {{verdict}}}"_s, {}), R"({"x": {"a":1}})");
    EXPECT_EQ(rendered(u"{\"a\\\"{{app}}\": 1}"_s, u"k"_s), R"({"a\"k": 1})");
}

TEST(MessageTemplate, FiltersEscapeForTheTargetFormat)
{
    EXPECT_EQ(rendered(u"\"{{app|slack}}\""_s, u"<!channel> a & b"_s), R"("&lt;!channel&gt; a &amp; b")");
    EXPECT_EQ(rendered(u"\"{{app|markdown}}\""_s, u"*a* [x](y)"_s), R"J("\\*a\\* \\[x\\]\\(y\\)")J");
    EXPECT_EQ(rendered(u"\"{{app|markdown}}\""_s, u"@all"_s), "\"@\u200ball\"") << "no user is notified";
}

TEST(MessageTemplate, LongValuesAreTruncated)
{
    const auto text = rendered(u"\"{{app}}\""_s, QString(MessageTemplate::kMostValue + 1, u'x'));
    EXPECT_EQ(QString::fromUtf8(text).size(), MessageTemplate::kMostValue + 2);
    EXPECT_TRUE(QString::fromUtf8(text).endsWith(u"…\""_s));
    const auto escaped = rendered(u"\"{{app|slack}}\""_s, QString(999, u'&'));
    EXPECT_LE(QString::fromUtf8(escaped).size(), MessageTemplate::kMostFiltered + 2);
    EXPECT_TRUE(QString::fromUtf8(escaped).endsWith(u"&amp;…\""_s));
}

TEST(MessageTemplate, ReportsErrorAndPosition)
{
    EXPECT_EQ(faultOf(u"{\n\"x\": \"{{ap}}\"}"_s), u"line 2: {{ap}} is not known; use app"_s);
    EXPECT_EQ(faultOf(u"\"{{app\""_s), u"line 1: a placeholder is not closed; write {{NAME}}"_s);
    EXPECT_TRUE(faultOf(u"\"{{app|html}}\""_s).contains(u"use slack or markdown"_s));
    EXPECT_TRUE(faultOf(u"\"{{app|slack|slack}}\""_s).contains(u"filter"_s));
    EXPECT_TRUE(faultOf(u"\"{{verdict}}\""_s).contains(u"cannot stand inside of a string"_s));
    EXPECT_TRUE(faultOf(u"\"abc"_s).contains(u"a string is not closed"_s));
    EXPECT_TRUE(faultOf(u"\"{{app}}\" "_s.repeated(MessageTemplate::kMostPlaceholders + 1)).contains(u"more than"_s));
    EXPECT_TRUE(faultOf(QString(MessageTemplate::kMostCharacters + 1, u' ')).contains(u"more than"_s));
}

// Otherwise, the first character of a value would decide whether the document is valid JSON.
TEST(MessageTemplate, RejectsAnOpenEscapeBeforeAPlaceholder)
{
    for (const auto &text : {u"\"\\{{app}}\""_s, u"\"\\u{{app}}\""_s, u"\"\\u00a{{app}}\""_s})
        EXPECT_TRUE(faultOf(text).contains(u"backslash"_s)) << text.toStdString();
    EXPECT_TRUE(faultOf(u"\"\\\\{{app}}\\u00e4{{app}}\""_s).isEmpty());
}

} // namespace lynceus
