#include "core/domain/instances/instancerules.h"

#include <QElapsedTimer>

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

Instance right(const QString &name = u"staging"_s, const QString &id = u"1"_s)
{
    Instance instance;
    instance.id = id;
    instance.name = name;
    instance.baseUrl = QUrl(u"https://argocd.acme.example/team"_s);
    instance.colour = u"#3b7dd8"_s;
    return instance;
}

struct BadField
{
    const char *name;
    void (*corrupt)(Instance &);
    const char *field;
    const char *says;
};

void PrintTo(const BadField &bad, std::ostream *out)
{
    *out << bad.name;
}

const std::vector<BadField> kBadFields{
    {"NoName", [](Instance &i) { i.name = u"  "_s; }, "name", "it is empty"},
    {"LongName", [](Instance &i) { i.name = QString(41, u'x'); }, "name", "41 characters; the maximum is 40"},
    {"NameWithColon", [](Instance &i) { i.name = u"a:b"_s; }, "name", "has \":\" at position 2"},
    {"NameWithSlash", [](Instance &i) { i.name = u"a/b"_s; }, "name", "has \"/\" at position 2"},
    {"NameWithSpace", [](Instance &i) { i.name = u"my argo"_s; }, "name", "has a space at position 3"},
    {"NameWithBell", [](Instance &i) { i.name = u"a\a"_s; }, "name", "at position 2"},
    {"NameLikeAnOption", [](Instance &i) { i.name = u"--all"_s; }, "name", "starts with a dash"},
    {"NameTaken", [](Instance &i) { i.name = u"PROD"_s; }, "name", "instance prod already exists"},
    {"NoAddress", [](Instance &i) { i.baseUrl = {}; }, "address", "is empty"},
    {"FtpAddress", [](Instance &i) { i.baseUrl = QUrl(u"ftp://x.example"_s); }, "address", "https or http"},
    {"PasswordInAddress", [](Instance &i) { i.baseUrl = QUrl(u"https://u:pw@x.example"_s); }, "address",
     "must not contain a user or password"},
    {"Colour", [](Instance &i) { i.colour = u"#12345"_s; }, "colour", "use for example #3b7dd8"},
    {"ColourWord", [](Instance &i) { i.colour = u"crimson"_s; }, "colour", "use for example #3b7dd8"},
    {"ShortPin", [](Instance &i) { i.pinnedFingerprint = "abc"; }, "pinned certificate", "has 3 bytes instead of 32"},
    {"PinAndAuthority",
     [](Instance &i) {
         i.pinnedFingerprint = QByteArray(32, 'x');
         i.authorityFile = u"ca.pem"_s;
     },
     "pinned certificate", "use only one of them"},
    {"CertificateWithoutKey", [](Instance &i) { i.clientCertificateFile = u"me.pem"_s; }, "client certificate",
     "specify both files"},
    {"KeyWithoutCertificate", [](Instance &i) { i.clientKeyFile = u"me.key"_s; }, "client certificate",
     "specify both files"},
    {"HeaderName", [](Instance &i) { i.headerNames = {u"X Team"_s}; }, "header", "is not a header name"},
    {"OwnHeader", [](Instance &i) { i.headerNames = {u"authorization"_s}; }, "header", "set by Lynceus"},
    {"HeaderTwice",
     [](Instance &i) {
         i.headerNames = {u"X-Team"_s, u"x-team"_s};
     },
     "header", "occurs twice"},
    {"ProxyWithoutAddress", [](Instance &i) { i.proxy = ProxyChoice::Explicit; }, "proxy", "use for example"},
    {"ProxyScheme",
     [](Instance &i) {
         i.proxy = ProxyChoice::Explicit;
         i.proxyUrl = QUrl(u"https://proxy.example:3128"_s);
     },
     "proxy", "use for example"},
    {"ProxyWithoutPort",
     [](Instance &i) {
         i.proxy = ProxyChoice::Explicit;
         i.proxyUrl = QUrl(u"http://proxy.example"_s);
     },
     "proxy", "use for example"},
    {"ProxyWithPassword",
     [](Instance &i) {
         i.proxy = ProxyChoice::Explicit;
         i.proxyUrl = QUrl(u"http://me:hunter2@proxy.example:3128"_s);
     },
     "proxy", "must not contain a user or password"},
    {"Selector", [](Instance &i) { i.selector = u"team=="_s + u"=x"_s; }, "labels", ""},
    {"EmptyProject", [](Instance &i) { i.projects = {QString()}; }, "projects", "has no name"},
    {"CallbackPort", [](Instance &i) { i.callbackPort = 80; }, "callback port", "8085"},
};

class BadInstance : public testing::TestWithParam<BadField>
{ };

double luminance(const QString &colour)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    const auto part = [&](qsizetype at) { return linear(colour.mid(at, 2).toInt(nullptr, 16) / 255.0); };
    return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

double contrast(double one, double other)
{
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

} // namespace

TEST_P(BadInstance, IsRejectedWithTheFieldName)
{
    const auto &bad = GetParam();
    auto instance = right();
    bad.corrupt(instance);
    const auto checked = checkedInstance(instance, {right(u"prod"_s, u"2"_s), right()});
    ASSERT_FALSE(checked.has_value());
    EXPECT_EQ(checked.error().kind, Error::Kind::BadInput);
    EXPECT_EQ(checked.error().asked, QString::fromLatin1(bad.field));
    EXPECT_TRUE(checked.error().message.contains(QString::fromLatin1(bad.says))) << qPrintable(checked.error().message);
    EXPECT_FALSE(checked.error().message.contains(u"hunter2"_s));
    EXPECT_FALSE(checked.error().message.contains(u'\a'));
}

INSTANTIATE_TEST_SUITE_P(All, BadInstance, testing::ValuesIn(kBadFields),
                         [](const auto &parameter) { return std::string(parameter.param.name); });

TEST(InstanceRules, KeepValidFieldsAndFillMissingOnes)
{
    auto instance = right(u" staging "_s);
    instance.baseUrl = QUrl(u"https://argocd.acme.example/team/"_s);
    instance.colour.clear();
    instance.proxyUrl = QUrl(u"http://proxy.example:3128"_s); // ignored, because `proxy` is not Explicit
    const auto checked = checkedInstance(instance, {right()});
    ASSERT_TRUE(checked.has_value()) << qPrintable(checked.error().message);
    EXPECT_EQ(checked->name, u"staging"_s) << "the unchanged name is not a conflict";
    EXPECT_EQ(checked->baseUrl, QUrl(u"https://argocd.acme.example/team"_s));
    EXPECT_TRUE(instanceColours().contains(checked->colour));
    EXPECT_TRUE(checked->proxyUrl.isEmpty());
}

TEST(InstanceRules, ColoursAreAssignedEvenly)
{
    std::vector<Instance> instances;
    for (qsizetype i = 0; i < 3 * instanceColours().size(); ++i) {
        auto instance = right(u"i%1"_s.arg(i), QString::number(i));
        instance.colour = nextColour(instances);
        instances.push_back(instance);
    }
    for (const auto &colour : instanceColours())
        EXPECT_EQ(std::ranges::count(instances, colour, &Instance::colour), 3) << qPrintable(colour);
}

TEST(InstanceRules, ColoursStandOutOnLightAndDark)
{
    for (const auto &colour : instanceColours()) {
        const auto own = luminance(colour);
        EXPECT_GE(contrast(own, luminance(u"#ffffff"_s)), 3.0) << qPrintable(colour);
        EXPECT_GE(contrast(own, luminance(u"#1e1f22"_s)), 3.0) << qPrintable(colour);
    }
}

TEST(InstanceRules, FreeNamesAreNumbered)
{
    EXPECT_EQ(freeInstanceName(u"prod"_s, {}), u"prod"_s);
    EXPECT_EQ(freeInstanceName(u"prod"_s, {right(u"PROD"_s), right(u"prod-2"_s)}), u"prod-3"_s);
    const QString longest(kLongestInstanceName, u'x');
    const auto name = freeInstanceName(longest, {right(longest)});
    EXPECT_EQ(name.size(), kLongestInstanceName);
    EXPECT_TRUE(parseInstanceName(name).has_value());
}

TEST(InstanceNaming, NamesManyLikeOneByOne)
{
    std::vector<Instance> instances{right(u"prod"_s), right(u"Prod-3"_s)};
    InstanceNaming naming(instances);
    for (const auto &wish : {u"prod"_s, u"PROD"_s, u"dev"_s, u"prod"_s, u"prod-3"_s, u"dev"_s}) {
        Instance next = right(freeInstanceName(wish, instances));
        next.colour = nextColour(instances);
        EXPECT_EQ(naming.takeName(wish), next.name);
        EXPECT_EQ(naming.takeColour(), next.colour);
        instances.push_back(next);
    }
}

TEST(InstanceChecker, MatchesIndividualChecks)
{
    std::vector<Instance> others{right(u"prod"_s, u"1"_s)};
    InstanceChecker checker(others);
    EXPECT_TRUE(checker.hasId(u"1"_s));
    int number = 1;
    for (const auto &name : {u"staging"_s, u"PROD"_s, u" dev "_s, u"DEV"_s, u"straße"_s, u"STRASSE"_s, u"STRAßE"_s,
                             u"\U00010428x"_s, u"\U00010400X"_s, u"a:b"_s, u""_s, u"last"_s}) {
        auto next = right(name, QString::number(++number));
        next.colour.clear();
        if (name == u"last"_s)
            next.baseUrl = QUrl(u"ftp://x.example"_s);
        const auto alone = checkedInstance(next, others);
        const auto taken = checker.take(next);
        ASSERT_EQ(alone.has_value(), taken.has_value()) << name.toStdString();
        if (alone) {
            EXPECT_EQ(*alone, *taken);
            EXPECT_TRUE(checker.hasId(next.id));
            others.push_back(*alone);
        } else {
            EXPECT_EQ(alone.error().asked, taken.error().asked);
            EXPECT_EQ(alone.error().message, taken.error().message);
            EXPECT_FALSE(checker.hasId(next.id)) << "the invalid instance is not registered";
        }
    }
}

TEST(InstanceChecker, ScalesLinearly)
{
    const auto fastest = [](int count) {
        qint64 best = std::numeric_limits<qint64>::max();
        for (int round = 0; round < 3; ++round) {
            QElapsedTimer timer;
            timer.start();
            InstanceChecker checker({});
            for (int number = 0; number < count; ++number) {
                const auto made = QString::number(number);
                if (!checker.take(right(u"context-"_s + made, made)))
                    return qint64(-1);
            }
            best = std::min(best, timer.nsecsElapsed());
        }
        return best;
    };
    const auto few = fastest(1'000);
    const auto many = fastest(10'000);
    ASSERT_GT(few, 0);
    EXPECT_LT(double(many) / double(few), 30.0) << "quadratic behaviour would take a hundred times as long";
}

} // namespace lynceus
