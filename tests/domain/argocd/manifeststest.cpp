#include "core/domain/argocd/decoders/decoders.h"
#include "core/domain/argocd/requests/accesspolicy.h"
#include "core/domain/argocd/requests/requests.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

const ApplicationKey kApplication{u"prod"_s, u"argocd"_s, u"shop-web"_s};
const ResourceKey kWeb{u"apps"_s, u"Deployment"_s, u"shop"_s, u"web"_s};

TEST(Manifests, FindsOneResourceAmongMany)
{
    const QByteArray body = R"({"items":[
        {"kind":"Service","namespace":"shop","name":"web","liveState":"{\"kind\":\"Service\"}","targetState":"null"},
        {"liveState":"{\"kind\":\"Deployment\",\"a\":\"\u00e9\\n\"}","targetState":"{\"b\":1}",
         "normalizedLiveState":"{\"c\":1}","predictedLiveState":"{\"c\":2}",
         "group":"apps","kind":"Deployment","namespace":"shop","name":"web"}]})";
    Decoder decoder;
    const auto web = decoder.manifests(body, kWeb);
    ASSERT_TRUE(web) << web.error().message.toStdString();
    ASSERT_TRUE(*web);
    EXPECT_EQ((*web)->live, uR"({"kind":"Deployment","a":"é\n"})"_s);
    EXPECT_EQ((*web)->desired, u"{\"b\":1}"_s);
    EXPECT_EQ((*web)->normalizedLive, u"{\"c\":1}"_s);
    EXPECT_EQ((*web)->predictedLive, u"{\"c\":2}"_s);
    const auto service = decoder.manifests(body, {{}, u"Service"_s, u"shop"_s, u"web"_s});
    ASSERT_TRUE(service && *service);
    EXPECT_TRUE((*service)->desired.isEmpty()) << "to be pruned";
    EXPECT_TRUE((*service)->predictedLive.isEmpty());
    const auto other = decoder.manifests(body, {{}, u"Pod"_s, u"shop"_s, u"web"_s});
    ASSERT_TRUE(other);
    EXPECT_FALSE(*other);
    EXPECT_FALSE(decoder.manifests(R"({"items":[{"kind":"Service","name":"a","liveState":5}]})",
                                   {{}, u"Service"_s, {}, u"a"_s}));
}

TEST(Manifests, ReadsALiveObjectAndItsContainers)
{
    Decoder decoder;
    const auto manifest = decoder.resourceManifest(
        R"({"manifest":"{\"spec\":{\"initContainers\":[{\"name\":\"wait\"}],\"containers\":[{\"image\":\"a\",\"name\":\"web\"},{\"name\":\"proxy\"}]}}"})");
    ASSERT_TRUE(manifest) << manifest.error().message.toStdString();
    const auto names = decoder.containerNames(manifest->toUtf8());
    ASSERT_TRUE(names);
    EXPECT_EQ(*names, (QStringList{u"web"_s, u"proxy"_s, u"wait"_s}));
    EXPECT_FALSE(decoder.resourceManifest("{}"));
    EXPECT_FALSE(decoder.containerNames("{"));
    EXPECT_TRUE(decoder.containerNames("{}")->isEmpty());
}

TEST(Manifests, PathsAreAllowedAndComplete)
{
    const QUrl base(u"https://argocd.example/argocd"_s);
    const auto live =
        resolved(base, resourcePath(kApplication, u"shop"_s, {{}, u"Pod"_s, u"shop"_s, u"web-1"_s}, u"v1"_s));
    EXPECT_TRUE(checkAllowed("GET", live, base));
    EXPECT_EQ(live.toString(QUrl::FullyEncoded),
              u"https://argocd.example/argocd/api/v1/applications/shop-web/resource?project=shop&appNamespace=argocd"
              "&namespace=shop&resourceName=web-1&version=v1&kind=Pod&group="_s)
        << "a group that is empty must be there";
    const auto managed = resolved(base, managedResourcePath(kApplication, u"shop"_s, kWeb));
    EXPECT_TRUE(checkAllowed("GET", managed, base));
    EXPECT_TRUE(managed.query().contains(u"name=web&group=apps&kind=Deployment"_s));
    EXPECT_FALSE(checkAllowed("POST", live, base));
}

TEST(Manifests, LogsAreFollowedOnlyIfRequested)
{
    LogQuery query{u"web-1"_s, u"shop"_s, {}, 20, false};
    EXPECT_TRUE(logsPath(kApplication, {}, query).query.query().contains(u"follow=false"_s));
    query.follow = true;
    EXPECT_TRUE(logsPath(kApplication, {}, query).query.query().contains(u"follow=true"_s));
}

} // namespace

} // namespace lynceus
