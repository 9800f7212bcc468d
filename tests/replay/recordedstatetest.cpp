#include "core/replay/recordings/jsonslice.h"
#include "tests/replay/recordings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

QJsonObject json(const QByteArray &bytes)
{
    const auto document = QJsonDocument::fromJson(bytes);
    EXPECT_TRUE(document.isObject()) << bytes.left(200).constData();
    return document.object();
}

class StoredRecording : public testing::TestWithParam<std::string>
{
protected:
    void SetUp() override { recordedState.emplace(test::recordingNamed(GetParam())); }
    QString own() const { return u"/api/v1/applications/"_s + recordedState->recording().head.application; }

    std::optional<RecordedState> recordedState;
};

/// The recorded server shows resource health in lists while a stream is open, because the stream fills its cache; code
/// must not rely on it.
QJsonArray itemsWithoutHealth(const QByteArray &list)
{
    QJsonArray items = json(list).value("items"_L1).toArray();
    for (auto item : items) {
        QJsonObject application = item.toObject();
        QJsonObject status = application.value("status"_L1).toObject();
        QJsonArray resources = status.value("resources"_L1).toArray();
        for (auto resource : resources) {
            QJsonObject slim = resource.toObject();
            slim.remove("health"_L1);
            resource = slim;
        }
        status.insert("resources"_L1, resources);
        application.insert("status"_L1, status);
        item = application;
    }
    return items;
}

} // namespace

INSTANTIATE_TEST_SUITE_P(All, StoredRecording, testing::ValuesIn(test::recordingNames()), test::testName);

TEST_P(StoredRecording, ReturnsEachRecordedAnswer)
{
    // A stream event during a GET may be newer than its response.
    constexpr int kRaced = 20; // of this many responses one may differ, and one in any case
    int compared = 0;
    std::vector<std::string> raced;
    for (const RecordingLine &line : recordedState->recording().lines) {
        if (line.kind != RecordingLine::Kind::Get || line.path.contains("fields="_L1))
            continue;
        const RecordingAnswer answer = recordedState->answer(line.path, line.at);
        EXPECT_EQ(answer.status, line.status) << line.path.toStdString();
        EXPECT_EQ(answer.contentType, line.contentType) << line.path.toStdString();
        if (answer.body != line.body)
            raced.push_back(line.path.toStdString() + " at " + std::to_string(line.at.count()));
        ++compared;
    }
    EXPECT_GT(compared, 10);
    EXPECT_LE(std::ssize(raced), 1 + compared / kRaced) << testing::PrintToString(raced);
}

TEST_P(StoredRecording, ListWithFieldsMatchesTheServer)
{
    constexpr Duration kRace{
        250}; // an application may have changed before the list was written, or its other sources read
    int compared = 0;
    std::vector<Duration> raced;
    for (const RecordingLine &line : recordedState->recording().lines) {
        if (line.kind != RecordingLine::Kind::Get || !line.path.contains("fields="_L1))
            continue;
        const QJsonArray recordedItems = itemsWithoutHealth(line.body);
        bool same = false;
        for (Duration at = line.at - kRace; !same && at <= line.at + kRace; at += Duration(20))
            same = itemsWithoutHealth(recordedState->answer(line.path, at).body) == recordedItems;
        if (!same)
            raced.push_back(line.at);
        ++compared;
    }
    EXPECT_GE(compared, 1);
    constexpr int kRaced = 5; // of this many, one may have raced with a change that no other response shows
    EXPECT_LE(std::ssize(raced), compared / kRaced) << testing::PrintToString(raced);
}

} // namespace lynceus
