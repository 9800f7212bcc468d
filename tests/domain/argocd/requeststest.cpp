#include "core/domain/argocd/requests/requests.h"

#include "core/domain/argocd/requests/accesspolicy.h"

#include <gtest/gtest.h>

using namespace lynceus;
using namespace Qt::StringLiterals;

namespace {

const ApplicationKey kShop{u"one"_s, u"argocd"_s, u"shop-web"_s};

std::string text(const ApiPath &path, const char *base = "https://argocd.acme.example")
{
    return resolved(QUrl(QString::fromUtf8(base)), path).toString(QUrl::FullyEncoded).toStdString();
}

std::vector<ApiPath> everyPath(const ApplicationKey &key, const QString &project)
{
    const ListFilter filter{{project, u"two"_s}, u"team=shop,tier in (a,b)"_s, key.name, key.nameSpace};
    const ResourceKey pod{{}, u"Pod"_s, u"shop"_s, u"shop-web-1"_s};
    return {versionPath(),
            settingsPath(),
            userInfoPath(),
            canIPath(AccountRight::ApplicationsGet, project, u"*"_s),
            canIPath(AccountRight::ApplicationsSync, u"*"_s, u"*"_s),
            canIPath(AccountRight::LogsGet, project, key.name),
            listPath({u"v3.6.0"_s, 3, 6}, ApplicationDetail::Full, filter),
            listPath({}, ApplicationDetail::Summary, {}),
            listStreamPath(u"1099"_s, filter),
            applicationPath(key, project),
            applicationPath(key, project, Refresh::Normal),
            treePath(key, project),
            treeStreamPath(key, project),
            managedResourcesPath(key, project),
            applicationEventsPath(key, project),
            resourceEventsPath(key, project, pod, u"uid-1"_s),
            logsPath(key, project, {pod.name, pod.nameSpace, u"web"_s, 20, true}),
            syncWindowsPath(key, project),
            applicationSetPath(u"fleet"_s, key.nameSpace),
            revisionMetadataPath(key, project, u"4f2a9c"_s)};
}

TEST(Requests, NameTheRequestedResource)
{
    const std::pair<ApiPath, const char *> table[] = {
        {versionPath(), "https://argocd.acme.example/api/version"},
        {settingsPath(), "https://argocd.acme.example/api/v1/settings"},
        {userInfoPath(), "https://argocd.acme.example/api/v1/session/userinfo"},
        {canIPath(AccountRight::LogsGet, u"shop"_s, u"*"_s),
         "https://argocd.acme.example/api/v1/account/can-i/logs/get/shop/*"},
        {applicationPath(kShop, u"shop"_s),
         "https://argocd.acme.example/api/v1/applications/shop-web?project=shop&appNamespace=argocd"},
        {applicationPath({{}, {}, u"shop-web"_s}, {}, Refresh::Normal),
         "https://argocd.acme.example/api/v1/applications/shop-web?refresh=normal"},
        {treePath(kShop, {}),
         "https://argocd.acme.example/api/v1/applications/shop-web/resource-tree?appNamespace=argocd"},
        {treeStreamPath(kShop, {}),
         "https://argocd.acme.example/api/v1/stream/applications/shop-web/resource-tree?appNamespace=argocd"},
        {listStreamPath({}, {}), "https://argocd.acme.example/api/v1/stream/applications"},
        {listStreamPath(u"1099"_s, {{u"a"_s, u"b"_s}, {}, {}, {}}),
         "https://argocd.acme.example/api/v1/stream/applications?resourceVersion=1099&projects=a&projects=b"},
        {resourceEventsPath(kShop, {}, {{}, u"Pod"_s, u"ns"_s, u"p-1"_s}, u"u-1"_s),
         "https://argocd.acme.example/api/v1/applications/shop-web/"
         "events?appNamespace=argocd&resourceUID=u-1&resourceName=p-1&resourceNamespace=ns"},
        {logsPath({{}, {}, u"a"_s}, {}, {u"p"_s, u"ns"_s, {}, 20, true}),
         "https://argocd.acme.example/api/v1/applications/a/"
         "logs?namespace=ns&podName=p&tailLines=20&follow=false&previous=true"},
        {revisionMetadataPath({{}, {}, u"a"_s}, {}, u"4f2a"_s),
         "https://argocd.acme.example/api/v1/applications/a/revisions/4f2a/metadata"},
    };
    for (const auto &[path, url] : table)
        EXPECT_EQ(text(path), url);
}

TEST(Requests, EncodeSpecialCharacters)
{
    const ListFilter filter{{}, u"team in (a, b),x!=1+1&y#"_s, {}, {}};
    const auto url = resolved(QUrl(u"https://h"_s), listStreamPath({}, filter));
    const auto query = url.query(QUrl::FullyEncoded);
    EXPECT_FALSE(query.contains(u'+')) << "Go interprets '+' as a space";
    EXPECT_EQ(query.count(u'&'), 0);
    EXPECT_FALSE(url.hasFragment());
    EXPECT_EQ(QUrl::fromPercentEncoding(query.toLatin1()).toStdString(), "selector=team in (a, b),x!=1+1&y#");
    EXPECT_EQ(text(revisionMetadataPath({{}, {}, u"a b"_s}, {}, u"feature/x%"_s), "https://h"),
              "https://h/api/v1/applications/a%20b/revisions/feature%2Fx%25/metadata");
}

TEST(Requests, AreBelowTheBasePath)
{
    for (const char *base :
         {"https://h.example/team/argo", "https://h.example/team/argo/", "https://h.example/team/argo//"})
        EXPECT_EQ(text(versionPath(), base), "https://h.example/team/argo/api/version");
    EXPECT_EQ(text(versionPath(), "http://[::1]:8080"), "http://[::1]:8080/api/version");
}

TEST(Requests, FieldsMatchTheServer)
{
    const auto old = listFields({u"v2.14.21"_s, 2, 14}, ApplicationDetail::Summary).split(u',');
    EXPECT_TRUE(old.contains(u"items.spec"_s));
    EXPECT_FALSE(old.contains(u"items.spec.project"_s));
    EXPECT_EQ(listFields({}, ApplicationDetail::Summary).split(u','), old) << "unknown servers get the oldest names";
    EXPECT_EQ(listFields({u"v3.4.9"_s, 3, 4}, ApplicationDetail::Summary).split(u','), old);

    for (const ServerVersion &version :
         {ServerVersion{u"v3.5.0"_s, 3, 5}, ServerVersion{u"v3.6.0"_s, 3, 6}, ServerVersion{u"v4.0.0"_s, 4, 0}}) {
        const auto fields = listFields(version, ApplicationDetail::Summary).split(u',');
        EXPECT_FALSE(fields.contains(u"items.spec"_s));
        EXPECT_TRUE(fields.contains(u"items.spec.project"_s));
        EXPECT_TRUE(fields.contains(u"items.spec.source"_s) && fields.contains(u"items.spec.sources"_s)) << "charts";
        EXPECT_TRUE(fields.contains(u"items.metadata.namespace"_s));
        EXPECT_FALSE(fields.contains(u"items.status.resources"_s));
    }
    const auto full = listFields({u"v3.6.0"_s, 3, 6}, ApplicationDetail::Full).split(u',');
    EXPECT_TRUE(full.contains(u"items.status.resources"_s));
    EXPECT_TRUE(full.contains(u"items.metadata.annotations"_s));
    EXPECT_TRUE(full.contains(u"items.spec.sources"_s));
    EXPECT_EQ(full.count(u"metadata.resourceVersion"_s), 1);
}

TEST(Requests, EveryPathIsAllowed)
{
    for (const char *base : {"https://argocd.acme.example", "http://localhost:8080", "https://h.example/team/argo/"}) {
        const QUrl baseUrl(QString::fromUtf8(base));
        for (const auto &key :
             {kShop, ApplicationKey{{}, {}, u"web"_s}, ApplicationKey{{}, u"team a"_s, u"ünïcode %&?"_s}}) {
            for (const auto &path : everyPath(key, u"shop"_s)) {
                const auto allowed = checkAllowed("GET", resolved(baseUrl, path), baseUrl);
                EXPECT_TRUE(allowed) << allowed.error().message.toStdString() << " " << text(path, base);
            }
        }
    }
}

TEST(Requests, PathTraversalNamesAreNotSent)
{
    const QUrl base(u"https://h.example/argo"_s);
    for (const QString &name : {u""_s, u"."_s, u".."_s, u"../settings"_s, u"a/b"_s, u"a\\b"_s, u"a\nb"_s}) {
        const auto url = resolved(base, treePath({{}, {}, name}, u"p"_s));
        EXPECT_FALSE(checkAllowed("GET", url, base)) << url.toString().toStdString();
    }
}

TEST(ServerAddress, AcceptsCommonSpellings)
{
    const std::pair<const char *, const char *> table[] = {
        {"argocd.acme.example", "https://argocd.acme.example"},
        {" argocd.acme.example/ ", "https://argocd.acme.example"},
        {"argocd.acme.example:8443", "https://argocd.acme.example:8443"},
        {"localhost:8080", "https://localhost:8080"},
        {"http://localhost:8080", "http://localhost:8080"},
        {"HTTPS://ArgoCD.Acme.Example", "https://argocd.acme.example"},
        {"https://acme.example/team/argo///", "https://acme.example/team/argo"},
        {"10.0.0.1", "https://10.0.0.1"},
        {"[::1]:8080", "https://[::1]:8080"},
        {"https://[2001:db8::1]/argo", "https://[2001:db8::1]/argo"},
    };
    for (const auto &[typed, url] : table) {
        const auto parsed = parseServerAddress(QString::fromUtf8(typed));
        ASSERT_TRUE(parsed) << parsed.error().message.toStdString();
        EXPECT_EQ(parsed->toString().toStdString(), url);
    }
}

TEST(ServerAddress, ReportsErrors)
{
    const std::pair<const char *, const char *> table[] = {
        {"", "is empty"},
        {"  ", "is empty"},
        {"https://https://argocd.acme.example", "two schemes"},
        {"https://http://argocd.acme.example", "two schemes"},
        {"ftp://argocd.acme.example", "must be https or http"},
        {"grpc://argocd.acme.example", "must be https or http"},
        {"https://", "the host is missing"},
        {"https:///argo", "the host is missing"},
        {"https://:443", "the host is missing"},
        {"admin:hunter22@argocd.acme.example", "a user or password"},
        {"https://admin:hunter22@argocd.acme.example", "a user or password"},
        {"argocd.acme.example?x=1", "\"?\""},
        {"argocd.acme.example#x", "\"#\""},
        {"argo cd.acme.example", "a space"},
        {"argocd.acme.example:", "the port"},
        {"argocd.acme.example:0", "the port"},
        {"argocd.acme.example:http", "is invalid"},
        {"argocd.acme.example:99999", "is invalid"},
        {"::1", "in brackets"},
        {"2001:db8::1", "in brackets"},
        {"argocd.acme.example/../x", "must not contain"},
        {"argocd.acme.example/%2e%2E/x", "must not contain"},
    };
    for (const auto &[typed, says] : table) {
        const auto parsed = parseServerAddress(QString::fromUtf8(typed));
        ASSERT_FALSE(parsed) << typed << " → " << parsed->toString().toStdString();
        const auto &error = parsed.error();
        EXPECT_EQ(error.kind, Error::Kind::BadInput);
        EXPECT_NE(error.message.toStdString().find(says), std::string::npos) << error.message.toStdString();
        EXPECT_FALSE((error.message + error.asked).contains("hunter22"_L1)) << error.message.toStdString();
    }
}

} // namespace
