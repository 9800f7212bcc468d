#include "app/cli/doctor/bundle.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

BundleParts parts()
{
    BundleParts parts;
    parts.madeAt = Instant{Duration{1'795'000'000'000}};
    Instance instance;
    instance.id = u"one"_s;
    instance.name = u"staging"_s;
    instance.baseUrl = QUrl(u"https://argocd.acme.example/team"_s);
    instance.headerNames = {u"X-Gateway-Key"_s};
    instance.proxyUrl = QUrl(u"http://ada:planted-password@proxy.acme.example:3128"_s);
    instance.proxy = ProxyChoice::Explicit;
    parts.instances = {instance};
    return parts;
}

QJsonObject bundleOf(const BundleParts &parts, const Replacements &replacements = {})
{
    const auto document = QJsonDocument::fromJson(bundleText(parts, replacements));
    EXPECT_TRUE(document.isObject());
    return document.object();
}

TEST(Bundle, ContainsWhatABugReportNeeds)
{
    auto made = parts();
    made.versions = versionsHere();
    made.doctor = {{u"worst"_s, u"ok"_s}};
    made.log = {"one", "two"};
    const auto bundle = bundleOf(made);
    EXPECT_EQ(bundle.value("version"_L1).toInt(), 1);
    EXPECT_EQ(bundle.value("versions"_L1).toObject().value("qt"_L1).toString(), QString::fromLatin1(qVersion()));
    EXPECT_EQ(bundle.value("doctor"_L1).toObject().value("worst"_L1).toString(), u"ok"_s);
    EXPECT_EQ(bundle.value("log"_L1).toArray().size(), 2);
    const auto instances = bundle.value("instances"_L1).toArray();
    ASSERT_EQ(instances.size(), 1);
    EXPECT_EQ(instances[0].toObject().value("url"_L1).toString(), u"https://argocd.acme.example/team"_s);
}

TEST(Bundle, ContainsNoSecretInAnyEncoding)
{
    const QByteArray secret = "planted \"value\"/42";
    for (const auto &form : {secret, secret.toBase64(), secret.toBase64(QByteArray::Base64UrlEncoding),
                             secret.toPercentEncoding(), secret.toHex()}) {
        auto made = parts();
        made.secrets = {Secret(QByteArray(secret))};
        made.log = {"the server said " + form + " to us"};
        made.doctor = {{u"message"_s, u"it said %1"_s.arg(QString::fromUtf8(form))}};
        const auto bundle = bundleOf(made);
        const auto line = bundle.value("log"_L1).toArray().first().toString();
        EXPECT_FALSE(line.contains(QString::fromUtf8(form))) << line.toStdString();
        EXPECT_TRUE(line.startsWith(u"the server said "_s)) << line.toStdString();
        EXPECT_TRUE(line.endsWith(u" to us"_s)) << line.toStdString();
        EXPECT_FALSE(
            bundle.value("doctor"_L1).toObject().value("message"_L1).toString().contains(QString::fromUtf8(form)));
    }
    EXPECT_FALSE(bundleText(parts(), {}).contains("planted-password")) << "of a proxy's address";
}

TEST(Bundle, ContainsNothingLikeACredential)
{
    auto made = parts();
    made.log = {"Authorization: Bearer planted.abc.def",
                "Cookie: argocd.token=planted",
                "password=planted",
                "?code=planted&x=1",
                "Basic cGxhbnRlZDpwbGFudGVk",
                "eyJwbGFudGVkIjoxfQ.eyJwbGFudGVkIjoxfQ.planted"};
    const auto text = bundleText(made, {});
    for (const auto *word : {"planted", "cGxhbnRlZ", "eyJwbGFudGVk"})
        EXPECT_FALSE(text.contains(word)) << word << '\n' << text.constData();
}

TEST(Bundle, HidesHostNamesOnRequest)
{
    auto made = parts();
    made.log = {"argocd.acme.example refused, so did proxy.acme.example"};
    EXPECT_TRUE(bundleText(made, {}).contains("argocd.acme.example")) << "URLs are needed in bug reports";
    Replacements replacements;
    addHosts(replacements, made.instances);
    const auto text = bundleText(made, replacements);
    EXPECT_FALSE(text.contains("acme"));
    EXPECT_TRUE(text.contains("host-1.example refused, so did host-2.example"));
}

} // namespace

} // namespace lynceus
