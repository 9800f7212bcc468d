#include "core/domain/podimages/containerstatus.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

const auto kDigest = u"sha256:"_s + QString(64, u'a');

QByteArray podWith(const QString &image, const QString &reported, const QString &imageId)
{
    return u"{\"spec\":{\"containers\":[{\"name\":\"web\",\"image\":\"%1\"}]},\"status\":{\"containerStatuses\":["
           "{\"name\":\"web\",\"image\":\"%2\",\"imageID\":\"%3\"}]}}"_s.arg(image, reported, imageId)
               .toUtf8();
}

} // namespace

TEST(ContainerStatus, ReadsTheRegistryDigestOfEachRuntime)
{
    struct Case
    {
        QString imageId;
        QString digest;
    };
    const std::vector<Case> cases{
        {u"ghcr.io/acme/web@"_s + kDigest, kDigest},
        {u"docker-pullable://ghcr.io/acme/web@"_s + kDigest, kDigest},
        {kDigest, {}}, // digest of the image's configuration, which registries do not know
        {u"docker://"_s + kDigest, {}},
        {u"ghcr.io/acme/web@sha256:abc"_s, {}},
        {u"ghcr.io/acme/web:1.5.0"_s, {}},
        {{}, {}},
        {u"://"_s, {}},
        {u"@"_s, {}},
    };
    for (const auto &[imageId, digest] : cases) {
        const auto read = containerStatuses(podWith(u"ghcr.io/acme/web:1"_s, u"ghcr.io/acme/web:1"_s, imageId));
        ASSERT_TRUE(read) << imageId.toStdString();
        ASSERT_EQ(read->size(), 1U);
        EXPECT_EQ(read->front().digest.toStdString(), digest.toStdString()) << imageId.toStdString();
    }
}

TEST(ContainerStatus, BelongsToTheContainerWithItsName)
{
    const auto read = containerStatuses(
        R"({"status":{"containerStatuses":[{"name":"b","image":"b:2"},{"name":"a","image":"a:2"},{"name":"x"}],
        "initContainerStatuses":[{"name":"i","image":"i:2"}]},
        "spec":{"containers":[{"name":"a","image":"a:1"},{"name":"b","image":"b:1"}],"initContainers":[
        {"name":"i","image":"i:1"},{"name":"later","image":"l:1"}]}})");
    ASSERT_TRUE(read);
    EXPECT_EQ(*read,
              (std::vector<ContainerStatus>{{u"a:1"_s, u"a:2"_s, {}},
                                            {u"b:1"_s, u"b:2"_s, {}},
                                            {u"i:1"_s, u"i:2"_s, {}, true},
                                            {u"l:1"_s, {}, {}, true}}));
}

TEST(ContainerStatus, IsAnErrorWithoutAManifest)
{
    for (const QByteArray text : {"", "[]", "{", R"({"spec":3})", R"({"spec":{"containers":[{"image":1}]}})"})
        EXPECT_FALSE(containerStatuses(text)) << text.toStdString();
    EXPECT_TRUE(containerStatuses("{}").value().empty());
}

} // namespace lynceus
