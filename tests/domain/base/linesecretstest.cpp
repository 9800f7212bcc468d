#include "core/domain/redaction/linesecrets.h"

#include <QStringList>

#include <gtest/gtest.h>

using namespace lynceus;
using namespace Qt::StringLiterals;

namespace {

QStringList cleaned(const QString &text)
{
    LineSecrets secrets;
    QStringList lines;
    for (const auto &line : text.split(u'\n'))
        lines.append(secrets.cleaned(line));
    return lines;
}

TEST(LineSecrets, PrivateKeyIsRemovedToItsEnd)
{
    EXPECT_EQ(cleaned(u"read\nkey -----BEGIN RSA PRIVATE KEY-----\nMIIEabc\n-----END RSA PRIVATE KEY-----\nready"_s),
              (QStringList{u"read"_s, u"key …"_s, u"…"_s, u"…"_s, u"ready"_s}));
}

TEST(LineSecrets, YamlBlockIsRemovedByIndentation)
{
    EXPECT_EQ(cleaned(u"clientSecret: |\n  one\n\n  two\nreplicas: 3"_s),
              (QStringList{u"clientSecret: |"_s, u"…"_s, u""_s, u"…"_s, u"replicas: 3"_s}));
    EXPECT_EQ(cleaned(u"script: |\n  echo hello"_s), (QStringList{u"script: |"_s, u"  echo hello"_s}));
}

TEST(LineSecrets, ValueWithItsNameOnThePreviousLineIsRemoved)
{
    EXPECT_EQ(cleaned(u"- name: SMTP_PASSWORD\n  value: hello\n- name: COLOUR\n  value: blue"_s),
              (QStringList{u"- name: SMTP_PASSWORD"_s, u"  value: …"_s, u"- name: COLOUR"_s, u"  value: blue"_s}));
}

TEST(LineSecrets, BlockWithItsNameOnThePreviousLineIsRemoved)
{
    EXPECT_EQ(
        cleaned(u"- name: DB_PASSWORD\n  value: |\n    hunter2\n\n    more\n- name: COLOUR\n  value: |\n    blue"_s),
        (QStringList{u"- name: DB_PASSWORD"_s, u"  value: |"_s, u"…"_s, u""_s, u"…"_s, u"- name: COLOUR"_s,
                     u"  value: |"_s, u"    blue"_s}));
}

TEST(LineSecrets, TailOfAKeyIsRecognisedByItsEndMarker)
{
    const std::vector<QString> lines{u"ready now"_s, u"MIIEabc"_s, u"mnop"_s, u"-----END RSA PRIVATE KEY-----"_s};
    EXPECT_EQ(linesOfCutKey(lines, 3), 3u);
    EXPECT_EQ(linesOfCutKey(lines, 2), 0u);
    EXPECT_EQ(linesOfCutKey({u"-----END PRIVATE KEY-----"_s}, 0), 1u);
    EXPECT_EQ(linesOfCutKey({u"-----END CERTIFICATE-----"_s}, 0), 0u);
}

TEST(LineSecrets, EndlessKeyHidesNoMoreThanAKey)
{
    LineSecrets secrets;
    std::ignore = secrets.cleaned(u"-----BEGIN PRIVATE KEY-----"_s);
    for (int i = 0; i < 300; ++i)
        std::ignore = secrets.cleaned(u"line"_s);
    EXPECT_EQ(secrets.cleaned(u"line"_s), u"line"_s);
}

} // namespace
