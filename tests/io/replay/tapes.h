#pragma once

#include "core/io/replay/tapeworld.h"

#include <QDir>

#include <map>
#include <string>

#include <gtest/gtest.h>

namespace lynceus::test {

/// All recorded tapes, without their suffix.
inline std::vector<std::string> tapeNames()
{
    std::vector<std::string> names;
    const QDir folder(QStringLiteral(LYNCEUS_TEST_DATA "/tapes"));
    for (const QString &file : folder.entryList({QStringLiteral("*.jsonl.gz")}, QDir::Files, QDir::Name))
        names.push_back(file.chopped(qsizetype(std::char_traits<char>::length(".jsonl.gz"))).toStdString());
    return names;
}

/// Read once: unpacking and checking one takes half a second with sanitizers.
inline std::shared_ptr<const Tape> tapeNamed(const std::string &name)
{
    static std::map<std::string, std::shared_ptr<const Tape>> known;
    auto &kept = known[name];
    if (!kept) {
        auto tape = readTape(QStringLiteral(LYNCEUS_TEST_DATA "/tapes/%1.jsonl.gz").arg(QString::fromStdString(name)));
        EXPECT_TRUE(tape) << (tape ? "" : tape.error().message.toStdString());
        kept = tape ? std::make_shared<const Tape>(*std::move(tape)) : std::make_shared<const Tape>();
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
