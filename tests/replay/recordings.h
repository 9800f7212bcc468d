#pragma once

#include "core/replay/recordings/recordedstate.h"

#include <QDir>

#include <map>
#include <string>

#include <gtest/gtest.h>

namespace lynceus::test {

/// Names of all recordings, without suffix.
inline std::vector<std::string> recordingNames()
{
    std::vector<std::string> names;
    const QDir folder(QStringLiteral(LYNCEUS_TEST_DATA "/recordings"));
    for (const QString &file : folder.entryList({QStringLiteral("*.jsonl.gz")}, QDir::Files, QDir::Name))
        names.push_back(file.chopped(qsizetype(std::char_traits<char>::length(".jsonl.gz"))).toStdString());
    return names;
}

/// Cached: unpacking and checking a recording takes half a second with sanitizers.
inline std::shared_ptr<const Recording> recordingNamed(const std::string &name)
{
    static std::map<std::string, std::shared_ptr<const Recording>> known;
    auto &kept = known[name];
    if (!kept) {
        auto recording = readRecording(
            QStringLiteral(LYNCEUS_TEST_DATA "/recordings/%1.jsonl.gz").arg(QString::fromStdString(name)));
        EXPECT_TRUE(recording) << (recording ? "" : recording.error().message.toStdString());
        kept =
            recording ? std::make_shared<const Recording>(*std::move(recording)) : std::make_shared<const Recording>();
    }
    return kept;
}

inline std::string testName(const testing::TestParamInfo<std::string> &info)
{
    return QString::fromStdString(info.param)
        .replace(QLatin1Char('-'), QLatin1Char('_'))
        .replace(QLatin1Char('.'), QLatin1Char('_'))
        .toStdString();
}

} // namespace lynceus::test
