// Runs the fuzz targets with their corpora in every test run, so that known failures do not return.
#include <QDir>
#include <QFile>

#include <cstddef>

#include <gtest/gtest.h>

#define LYNCEUS_FUZZ_TARGET(name) extern "C" int fuzz_##name(const unsigned char *data, std::size_t size);
#include "fuzztargets.inc"
#undef LYNCEUS_FUZZ_TARGET

namespace lynceus {
namespace {

struct Target
{
    const char *name;
    int (*run)(const unsigned char *data, std::size_t size);
};

void PrintTo(const Target &target, std::ostream *stream)
{
    *stream << target.name;
}

constexpr Target kTargets[] = {
#define LYNCEUS_FUZZ_TARGET(name) {#name, fuzz_##name},
#include "fuzztargets.inc"
#undef LYNCEUS_FUZZ_TARGET
};

class FuzzCorpus : public ::testing::TestWithParam<Target>
{
protected:
    static void run(const QByteArray &bytes)
    {
        GetParam().run(reinterpret_cast<const unsigned char *>(bytes.constData()),
                       static_cast<std::size_t>(bytes.size()));
    }
};

TEST_P(FuzzCorpus, IsHandledCompletely)
{
    const QDir corpus(QStringLiteral(LYNCEUS_SOURCE_DIR "/tests/fuzz/corpus/") + QString::fromLatin1(GetParam().name));
    const auto files = corpus.entryInfoList(QDir::Files);
    ASSERT_FALSE(files.isEmpty()) << "no corpus";
    for (const auto &info : files) {
        SCOPED_TRACE(info.fileName().toStdString());
        QFile file(info.filePath());
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        run(file.readAll());
    }
    run({});
}

TEST_P(FuzzCorpus, IsHandledAtEveryTruncationOfItsStart)
{
    constexpr qsizetype kLongest = 400; // bytes; each byte is one run, and some targets are slow
    const QDir corpus(QStringLiteral(LYNCEUS_SOURCE_DIR "/tests/fuzz/corpus/") + QString::fromLatin1(GetParam().name));
    for (const auto &info : corpus.entryInfoList(QDir::Files)) {
        QFile file(info.filePath());
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        const auto bytes = file.read(kLongest);
        for (qsizetype size = 0; size < bytes.size(); ++size)
            run(bytes.first(size));
    }
}

INSTANTIATE_TEST_SUITE_P(All, FuzzCorpus, ::testing::ValuesIn(kTargets),
                         [](const auto &info) { return std::string(info.param.name); });

} // namespace
} // namespace lynceus
