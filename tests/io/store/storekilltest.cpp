#include "core/io/store/watchstore.h"
#include "tests/io/store/storevalues.h"

#include <QTemporaryDir>

#include <array>
#include <csignal>
#include <cstdlib>
#include <map>
#include <sys/wait.h>
#include <unistd.h>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Instant kNow{Duration{1'795'000'000'000}};
constexpr int kKills = 8;

StoredWatch watchNumber(int number, int state)
{
    StoredWatch watch;
    watch.record = test::AnyValues(static_cast<unsigned>(number)).make<WatchRecord>();
    watch.record.id = u"w%1"_s.arg(number);
    watch.record.request.note = QString::number(state);
    return watch;
}

/// Writes watches, and then a verdict for each. Reports on @p pipe every write that the store confirmed.
[[noreturn]] void writeUntilKilled(const QString &file, int pipe, int first)
{
    auto store = WatchStore::open(file, kNow);
    for (int number = first; store; ++number) {
        for (const int state : {1, 2}) {
            const auto durability = state == 2 ? WatchStore::Durability::Power : WatchStore::Durability::Program;
            if (!store->store->write({watchNumber(number, state)}, durability))
                std::_Exit(1);
            const std::array<int, 2> confirmed{number, state};
            if (::write(pipe, confirmed.data(), sizeof(confirmed)) != sizeof(confirmed))
                std::_Exit(1);
        }
    }
    std::_Exit(1);
}

TEST(StoreKilled, ConfirmedWritesSurviveAKill)
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(u"store.db"_s);
    std::map<int, int> promised; // number → state
    for (int round = 0; round < kKills; ++round) {
        std::array<int, 2> ends{};
        ASSERT_EQ(pipe(ends.data()), 0);
        const int first = round * 1'000'000;
        const auto child = fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            close(ends[0]);
            writeUntilKilled(file, ends[1], first);
        }
        close(ends[1]);
        // Kills the child while it writes, each time after a different number of confirmed writes.
        std::array<int, 2> confirmed{};
        int received = 0;
        while (read(ends[0], confirmed.data(), sizeof(confirmed)) == sizeof(confirmed)) {
            promised[confirmed[0]] = confirmed[1];
            if (++received == 20 + 37 * round)
                kill(child, SIGKILL);
        }
        close(ends[0]);
        int status = 0;
        ASSERT_EQ(waitpid(child, &status, 0), child);
        ASSERT_TRUE(WIFSIGNALED(status)) << "the process was killed and did not fail";

        auto store = WatchStore::open(file, kNow);
        ASSERT_TRUE(store) << store.error().message.toStdString();
        EXPECT_TRUE(store->notices.isEmpty()) << "nothing was damaged";
        for (const auto &[number, state] : promised) {
            const auto watch = store->store->watch(u"w%1"_s.arg(number));
            ASSERT_TRUE(watch && *watch) << "round " << round << ", watch " << number;
            EXPECT_GE((*watch)->record.request.note.toInt(), state) << number;
        }
    }
    EXPECT_GT(promised.size(), 100U);
}

} // namespace

} // namespace lynceus
