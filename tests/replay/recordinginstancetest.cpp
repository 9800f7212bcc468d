#include "core/replay/recordings/recordinginstance.h"

#include "core/replay/recordings/builtinrecordings.h"
#include "core/replay/recordings/jsonslice.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

QStringList namesIn(const QByteArray &list)
{
    QStringList names;
    for (JsonWalker items(jsonValue(list, {"items"})); items.next();)
        names += jsonString(jsonValue(items.value(), {"metadata", "name"}));
    return names;
}

} // namespace

TEST(RecordingInstance, OmitsUnrelatedApplicationsOnRequest)
{
    for (const auto &recordings : {QStringList{u"crashloop"_s}, QStringList{u"crashloop"_s, u"waves-ok"_s}}) {
        std::vector<Recording> read;
        QStringList about;
        for (const auto &name : recordings) {
            read.push_back(builtInRecording(name).value());
            about += read.back().head.application;
        }
        const RecordingInstance all(read);
        const RecordingInstance recordingInstance(std::move(read), true);
        const auto request = parseRecordingRequest(u"/api/v1/applications"_s);
        EXPECT_GT(namesIn(all.answer(request, Duration{0}).body).size(), about.size());
        EXPECT_EQ(namesIn(recordingInstance.answer(request, Duration{0}).body), about);

        EXPECT_EQ(recordingInstance.applicationsAt(Duration{0}).size(), std::size_t(about.size()));
        EXPECT_FALSE(recordingInstance.eventsBetween(Duration{0}, recordingInstance.end()).empty());
        for (const auto &event : recordingInstance.eventsBetween(Duration{0}, recordingInstance.end()))
            EXPECT_TRUE(about.contains(QString::fromUtf8(event.application.name)));
        for (const auto &name : about) {
            const auto tree = parseRecordingRequest(u"/api/v1/applications/%1/resource-tree"_s.arg(name));
            EXPECT_EQ(recordingInstance.answer(tree, Duration{0}).status, 200);
        }
    }
}

TEST(RecordingInstance, ResourceWithoutRecordedEventsHasNoneInADemo)
{
    const auto recording = builtInRecording(u"crashloop"_s).value();
    const auto path =
        u"/api/v1/applications/%1/events?resourceUID=none&resourceName=x"_s.arg(recording.head.application);
    const auto request = parseRecordingRequest(path);
    EXPECT_EQ(RecordingInstance({recording}).answer(request, Duration{0}).status, 501) << "as recorded";
    const auto answer = RecordingInstance({recording}, true).answer(request, Duration{0});
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(jsonValue(answer.body, {"items"}), "[]");
}

/// A client that compares versions and took an event for older than the list would miss the change.
TEST(RecordingInstance, EventsAreNewerThanTheListBeforeThem)
{
    std::vector<Recording> read;
    for (const auto &name : {u"crashloop"_s, u"rollout-canary-ok"_s, u"waves-ok"_s})
        read.push_back(builtInRecording(name).value());
    const RecordingInstance instance(std::move(read), true);
    for (const Duration at : {Duration{0}, Duration{8'000}, Duration{20'000}}) {
        const auto list = instance.answer(parseRecordingRequest(u"/api/v1/applications"_s), at).body;
        const auto listed = jsonString(jsonValue(list, {"metadata", "resourceVersion"})).toLongLong();
        EXPECT_GT(listed, 0);
        const auto events = instance.eventsBetween(at, instance.end());
        EXPECT_FALSE(events.empty());
        for (const auto &event : events)
            EXPECT_GT(jsonString(jsonValue(event.application.json, {"metadata", "resourceVersion"})).toLongLong(),
                      listed);
    }
}

} // namespace lynceus
