#include "core/domain/watch/imagesbefore.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

const QString kOld = u"ghcr.io/acme/web:1.4.0"_s;
const QString kNew = u"ghcr.io/acme/web:1.5.0"_s;
const QString kAgent = u"ghcr.io/acme/agent:7"_s;

struct Baseline
{
    const char *name;
    std::optional<QStringList> live;
    std::optional<QStringList> pods;
    std::optional<QStringList> before;
};

TEST(ImagesBefore, AreReadFromTheClusterAndNotFromGit)
{
    Expectation expectation;
    expectation.images = {parseImageReference(kNew).value()};
    const std::vector<Baseline> baselines{
        {"not read yet", {}, {}, {}},
        {"pods not read yet", QStringList{kNew}, {}, {}},
        {"the usual beginning", QStringList{kOld, kAgent}, QStringList{kOld, kAgent}, QStringList{kOld}},
        {"applied, previous pods still run", QStringList{kNew, kAgent}, QStringList{kNew, kOld}, QStringList{kOld}},
        {"already running", QStringList{kNew}, QStringList{kNew, kNew}, QStringList{kNew}},
        {"two of several", QStringList{u"ghcr.io/acme/web:1.3.0"_s, kOld, kOld}, QStringList{},
         QStringList{u"ghcr.io/acme/web:1.3.0"_s, kOld}},
        {"the first deployment", QStringList{}, QStringList{}, QStringList{}},
        {"another repository only", QStringList{kAgent}, QStringList{kAgent}, QStringList{}},
    };
    for (const auto &[name, live, pods, before] : baselines) {
        RolloutMemory memory(expectation);
        memory.baselineLive = live;
        memory.baselinePods = pods;
        EXPECT_EQ(imagesBefore(memory, expectation.images, {}), before) << name;
        const auto withoutImages =
            memory.baselineLive && memory.baselinePods ? std::optional(QStringList()) : std::nullopt;
        EXPECT_EQ(imagesBefore(memory, {}, {}), withoutImages) << name << ", a revision is expected";
    }
}

} // namespace
} // namespace lynceus
