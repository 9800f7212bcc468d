// Digest and tag of one image can be compared only where a pod's own status has both.
#include "core/domain/podimages/podimages.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

const auto kDigest = u"sha256:"_s + QString(64, u'a');
const auto kOther = u"sha256:"_s + QString(64, u'b');
const auto kName = u"ghcr.io/acme/web"_s;

ResourceNode pod(const QString &uid, const QString &image)
{
    ResourceNode node;
    node.key = {{}, u"Pod"_s, u"shop"_s, u"web-"_s + uid};
    node.version = u"v1"_s;
    node.uid = uid;
    node.health.status = HealthStatus::Healthy;
    node.images = {image};
    return node;
}

std::shared_ptr<const ResourceTree> treeOf(std::vector<ResourceNode> nodes)
{
    return std::make_shared<const ResourceTree>(ResourceTree{std::move(nodes)});
}

PodImages expecting(const QString &image)
{
    return PodImages({parseImageReference(image).value()}, {});
}

} // namespace

TEST(PodImages, AreCompletedWhereTheStatusProvesIt)
{
    struct Case
    {
        const char *what;
        QString expected;
        QString image;
        ContainerStatus status;
        QString completed; ///< empty: as it was
        bool isAsked = true;
    };
    const auto byTag = kName + u":1.5.0"_s;
    const auto byDigest = kName + u'@' + kDigest;
    const std::vector<Case> cases{
        {"the node knows the digest by the tag", byTag, byDigest, {byDigest, byTag, kDigest}, byTag + u'@' + kDigest},
        {"the node knows it by another tag",
         byTag,
         byDigest,
         {byDigest, kName + u":1.4.0"_s, kDigest},
         kName + u":1.4.0@"_s + kDigest},
        {"the status is of another digest", byTag, byDigest, {byDigest, byTag, kOther}, {}},
        {"the node knows no tag", byTag, byDigest, {byDigest, kDigest, kDigest}, {}},
        {"the tag is of another repository", byTag, byDigest, {byDigest, u"ghcr.io/evil/web:1.5.0"_s, kDigest}, {}},
        {"the container has not started", byTag, byDigest, {byDigest, {}, {}}, {}},
        {"a tag that is the expected digest", byDigest, byTag, {byTag, byTag, kDigest}, byTag + u'@' + kDigest},
        {"a tag that is another digest", byDigest, byTag, {byTag, byTag, kOther}, byTag + u'@' + kOther},
        {"a tag of which only an id is known", byDigest, byTag, {byTag, byTag, {}}, {}},
        {"two tags", byTag, kName + u":1.4.0"_s, {}, {}, false},
        {"two digests", byDigest, kName + u'@' + kOther, {}, {}, false},
        {"another repository", byTag, u"ghcr.io/acme/api@"_s + kDigest, {}, {}, false},
        {"the very image", byTag, byTag, {}, {}, false},
    };
    for (const auto &each : cases) {
        SCOPED_TRACE(each.what);
        auto images = expecting(each.expected);
        const auto tree = treeOf({pod(u"1"_s, each.image)});
        const auto wanted = images.wanted(*tree, Duration{0});
        ASSERT_EQ(wanted.has_value(), each.isAsked);
        EXPECT_EQ(images.hasUnread(*tree), each.isAsked);
        EXPECT_EQ(images.completed(tree), tree);
        if (!wanted)
            continue;
        images.asked(*wanted, Duration{0});
        EXPECT_FALSE(images.hasUnread(*tree));
        images.take(*wanted, {each.status});
        const auto completed = images.completed(tree);
        EXPECT_EQ(completed->nodes.front().images.front().toStdString(),
                  (each.completed.isEmpty() ? each.image : each.completed).toStdString());
        EXPECT_EQ(completed == tree, each.completed.isEmpty());
        const auto proves = satisfies(parseImageReference(each.expected).value(),
                                      parseImageReference(completed->nodes.front().images.front()).value());
        EXPECT_EQ(proves, each.completed == byTag + u'@' + kDigest);
    }
}

TEST(PodImages, ADigestIsTheSameEverywhereAndATagIsNot)
{
    const auto byDigest = kName + u'@' + kDigest;
    const auto byTag = kName + u":1.5.0"_s;
    auto images = expecting(byTag);
    images.take({{}, {}, u"1"_s}, {{byDigest, byTag, kDigest}});
    const auto both = images.completed(treeOf({pod(u"1"_s, byDigest), pod(u"2"_s, byDigest)}));
    EXPECT_EQ(both->nodes[1].images.front().toStdString(), (byTag + u'@' + kDigest).toStdString());

    WorkloadSpec spec;
    spec.images = {byDigest};
    ManagedWorkload workload;
    workload.key = {u"apps"_s, u"Deployment"_s, u"shop"_s, u"web"_s};
    workload.target = workload.live = spec;
    ManagedResources managed;
    managed.workloads = {workload};
    const auto completed = images.completed(std::make_shared<const ManagedResources>(managed));
    EXPECT_EQ(completed->workloads.front().target->images.front(), byDigest); // what git says stays
    EXPECT_EQ(completed->workloads.front().live->images.front(), byTag + u'@' + kDigest);

    auto tagged = expecting(byDigest);
    tagged.take({{}, {}, u"1"_s}, {{byTag, byTag, kDigest}});
    const auto one = tagged.completed(treeOf({pod(u"1"_s, byTag), pod(u"2"_s, byTag)}));
    EXPECT_EQ(one->nodes[0].images.front(), byTag + u'@' + kDigest);
    EXPECT_EQ(one->nodes[1].images.front(), byTag); // its node may have another image under this tag
}

TEST(PodImages, AsksEachPodInTurnAndNotForEver)
{
    using namespace std::chrono_literals;
    auto images = expecting(kName + u'@' + kDigest);
    auto starting = pod(u"2"_s, kName + u":1"_s);
    starting.health.status = HealthStatus::Progressing;
    auto going = pod(u"3"_s, kName + u":1"_s);
    going.statusReason = u"Terminating"_s;
    going.health.status = HealthStatus::Progressing;
    const auto tree = treeOf({pod(u"1"_s, kName + u":1"_s), starting, going, pod(u"4"_s, kName + u":1"_s)});
    QStringList asked;
    for (Duration now{0}; now < 10min; now += 1s) {
        const auto wanted = images.wanted(*tree, now);
        if (!wanted)
            continue;
        asked += wanted->uid;
        images.asked(*wanted, now);
    }
    EXPECT_EQ(asked.mid(0, 4), (QStringList{u"1"_s, u"4"_s, u"1"_s, u"4"_s}));
    EXPECT_EQ(asked.size(), 12);
    EXPECT_FALSE(asked.contains(u"2"_s) || asked.contains(u"3"_s));
}

} // namespace lynceus
