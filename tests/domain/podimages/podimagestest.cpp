// Digest and tag of an image can only be compared if the status of a pod contains both.
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

TEST(PodImages, AreCompletedIfTheStatusProvesThem)
{
    struct Case
    {
        const char *what;
        QString expected;
        QString image;
        ContainerStatus status;
        QString completed; ///< empty: unchanged
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
        {"exactly the expected image", byTag, byTag, {}, {}, false},
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

TEST(PodImages, DigestIsTheSameEverywhereAndATagIsNot)
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
    EXPECT_EQ(completed->workloads.front().target->images.front(), byDigest); // the image in git is unchanged
    EXPECT_EQ(completed->workloads.front().live->images.front(), byTag + u'@' + kDigest);

    auto tagged = expecting(byDigest);
    tagged.take({{}, {}, u"1"_s}, {{byTag, byTag, kDigest}});
    const auto one = tagged.completed(treeOf({pod(u"1"_s, byTag), pod(u"2"_s, byTag)}));
    EXPECT_EQ(one->nodes[0].images.front(), byTag + u'@' + kDigest);
    EXPECT_EQ(one->nodes[1].images.front(), byTag); // another node may have another image with this tag
}

TEST(PodImages, ContainersDecideBeforeInitContainers)
{
    struct Case
    {
        const char *what;
        std::vector<ContainerStatus> status;
        QString digest; ///< empty: unchanged
    };
    const auto byTag = kName + u":1.5.0"_s;
    const std::vector<Case> cases{
        {"the tag has moved after the init container",
         {{byTag, byTag, kDigest}, {byTag, byTag, kOther, true}},
         kDigest},
        {"in the other order", {{byTag, byTag, kOther, true}, {byTag, byTag, kDigest}}, kDigest},
        {"the container runs another image now", {{byTag, byTag, kDigest, true}, {byTag, byTag, kOther}}, kOther},
        {"only an init container has it", {{byTag, byTag, kDigest, true}}, kDigest},
        {"different init containers prove nothing about the container",
         {{byTag, byTag, kOther, true}, {byTag, byTag, kDigest, true}, {byTag, byTag, kDigest}},
         kDigest},
        {"the tag has moved between two containers", {{byTag, byTag, kDigest}, {byTag, byTag, kOther}}, {}},
    };
    for (const auto &each : cases) {
        SCOPED_TRACE(each.what);
        auto images = expecting(kName + u'@' + kDigest);
        const auto tree = treeOf({pod(u"1"_s, byTag)});
        images.take(*images.wanted(*tree, Duration{0}), each.status);
        const auto known = images.completed(tree)->nodes.front().images.front();
        EXPECT_EQ(known.toStdString(), (each.digest.isEmpty() ? byTag : byTag + u'@' + each.digest).toStdString());
    }
}

TEST(PodImages, UnexpectedTagIsReplacedByTheExpectedOne)
{
    const auto byDigest = kName + u'@' + kDigest;
    auto images = expecting(kName + u":1.5.0"_s);
    const auto tree = treeOf({pod(u"1"_s, byDigest), pod(u"2"_s, byDigest), pod(u"3"_s, byDigest)});
    const auto first = images.wanted(*tree, Duration{0}).value();
    images.asked(first, Duration{0});
    images.take(first, {{byDigest, kName + u":latest"_s, kDigest}});
    EXPECT_EQ(images.completed(tree)->nodes[0].images.front(), kName + u":latest@"_s + kDigest);
    EXPECT_FALSE(images.hasUnread(*tree)) << "all have a tag";
    const auto second = images.wanted(*tree, Duration{0}).value();
    EXPECT_NE(second.uid, first.uid);
    images.asked(second, Duration{0});
    images.take(second, {{byDigest, kName + u":1.5.0"_s, kDigest}});
    for (const auto &node : images.completed(tree)->nodes)
        EXPECT_EQ(node.images.front(), kName + u":1.5.0@"_s + kDigest);
    EXPECT_FALSE(images.wanted(*tree, Duration{60'000})) << "no better image is known";
    images.take({{}, {}, u"3"_s}, {{byDigest, kName + u":latest"_s, kDigest}});
    EXPECT_EQ(images.completed(tree)->nodes[2].images.front(), kName + u":1.5.0@"_s + kDigest);
}

TEST(PodImages, OnePodOfHundredIsRequestedFewTimes)
{
    const auto byDigest = kName + u'@' + kDigest;
    auto images = expecting(kName + u":1.5.0"_s);
    std::vector<ResourceNode> pods;
    for (int number = 0; number < 100; ++number)
        pods.push_back(pod(QString::number(number), byDigest));
    const auto tree = treeOf(std::move(pods));
    int asked = 0;
    while (const auto wanted = images.wanted(*tree, Duration{asked})) {
        images.asked(*wanted, Duration{asked});
        images.take(*wanted, {{byDigest, kName + u":1.4.0"_s, kDigest}});
        ASSERT_LT(++asked, 10);
    }
    EXPECT_EQ(asked, 6);
}

TEST(PodImages, SameTreeIsCompletedOnce)
{
    const auto byDigest = kName + u'@' + kDigest;
    const auto byTag = kName + u":1.5.0"_s;
    auto images = expecting(byTag);
    const auto tree = treeOf({pod(u"1"_s, byDigest)});
    const auto other = treeOf({pod(u"1"_s, kName + u":1.4.0"_s)});
    images.take({{}, {}, u"1"_s}, {{byDigest, kName + u":1.4.0"_s, kDigest}});
    const auto completed = images.completed(tree);
    EXPECT_NE(completed, tree);
    EXPECT_EQ(images.completed(tree), completed);
    EXPECT_EQ(images.completed(other), other) << "the tree has nothing to complete";
    images.take({{}, {}, u"2"_s}, {{byDigest, byTag, kDigest}});
    EXPECT_EQ(images.completed(tree)->nodes.front().images.front(), byTag + u'@' + kDigest) << "more is known";

    auto managed = std::make_shared<ManagedResources>();
    managed->workloads.resize(1);
    managed->workloads.front().live = WorkloadSpec{};
    managed->workloads.front().live->images = {byDigest};
    const std::shared_ptr<const ManagedResources> manifests = managed;
    EXPECT_NE(images.completed(manifests), manifests);
    EXPECT_EQ(images.completed(manifests), images.completed(manifests));
}

TEST(PodImages, RequestsEachPodInTurnALimitedNumberOfTimes)
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
