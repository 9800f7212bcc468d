#include "core/io/process/lockwait.h"
#include "tests/support/waiting.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

using namespace test;

namespace {

using Outcome = ProcessLock::Outcome;
using Taken = tl::expected<HeldLock, LockFailure>;

class ProcessLockTest : public testing::Test
{
protected:
    /// Starts a process that takes the lock and keeps it. Returns its process ID.
    pid_t holdElsewhere()
    {
        int ready[2] = {};
        EXPECT_EQ(::pipe(ready), 0);
        const auto child = ::fork();
        if (child == 0) {
            ProcessLock lock(m_file);
            const char isTaken = lock.tryLock() == Outcome::Taken ? 'y' : 'n';
            std::ignore = ::write(ready[1], &isTaken, 1);
            while (true)
                ::pause();
        }
        char isTaken = 0;
        EXPECT_EQ(::read(ready[0], &isTaken, 1), 1);
        EXPECT_EQ(isTaken, 'y');
        ::close(ready[0]);
        ::close(ready[1]);
        return child;
    }
    static void end(pid_t child)
    {
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
    }

    QTemporaryDir m_folder;
    QString m_file = m_folder.filePath(u"a.lock"_s);
    QObject m_context;
};

} // namespace

TEST_F(ProcessLockTest, HasOneHolderAtATime)
{
    ProcessLock one(m_file);
    ProcessLock two(m_file);
    EXPECT_EQ(one.tryLock(), Outcome::Taken);
    EXPECT_EQ(one.tryLock(), Outcome::Taken) << "this process owns the lock";
    EXPECT_EQ(two.tryLock(), Outcome::HeldElsewhere) << "also in the same process";
    EXPECT_EQ(two.holder(), ::getpid());
    one.unlock();
    EXPECT_EQ(two.tryLock(), Outcome::Taken);
    {
        ProcessLock three(m_folder.filePath(u"b.lock"_s));
        EXPECT_EQ(three.tryLock(), Outcome::Taken) << "another lock";
    }
    two.unlock();
    EXPECT_EQ(one.tryLock(), Outcome::Taken);
}

TEST_F(ProcessLockTest, KilledHolderReleasesTheLock)
{
    const auto child = holdElsewhere();
    ProcessLock lock(m_file);
    EXPECT_EQ(lock.tryLock(), Outcome::HeldElsewhere);
    end(child);
    EXPECT_EQ(lock.tryLock(), Outcome::Taken);
}

TEST_F(ProcessLockTest, RemovedFileIsNotLockedTwice)
{
    ProcessLock one(m_file);
    ASSERT_EQ(one.tryLock(), Outcome::Taken);
    ASSERT_TRUE(QFile::remove(m_file));
    ProcessLock two(m_file);
    EXPECT_EQ(two.tryLock(), Outcome::Taken) << "the first lock is no longer detectable";
    ProcessLock three(m_file);
    EXPECT_EQ(three.tryLock(), Outcome::HeldElsewhere);
}

TEST_F(ProcessLockTest, UnwritableFolderIsAnError)
{
    ProcessLock lock(m_folder.filePath(u"missing/a.lock"_s));
    EXPECT_EQ(lock.tryLock(), Outcome::Unusable);
    EXPECT_FALSE(lock.isLocked());
}

TEST_F(ProcessLockTest, IsAcquiredAsynchronouslyWhenItsHolderEnds)
{
    const auto child = holdElsewhere();
    std::optional<Taken> taken;
    int turns = 0;
    takeLock(m_file, kPatience, &m_context, [&taken](Taken result) { taken = std::move(result); });
    EXPECT_FALSE(taken.has_value());
    std::ignore = waitUntil([&turns] { return ++turns == 3; });
    EXPECT_FALSE(taken.has_value());
    end(child);
    ASSERT_TRUE(waitUntil([&taken] { return taken.has_value(); }));
    EXPECT_TRUE(taken->has_value());
    ProcessLock other(m_file);
    EXPECT_EQ(other.tryLock(), Outcome::HeldElsewhere);
    taken.reset();
    EXPECT_EQ(other.tryLock(), Outcome::Taken);
}

TEST_F(ProcessLockTest, WaitTimesOutAndNamesTheHolder)
{
    const auto child = holdElsewhere();
    std::optional<Taken> taken;
    takeLock(m_file, Duration(100), &m_context, [&taken](Taken result) { taken = std::move(result); });
    EXPECT_TRUE(waitUntil([&taken] { return taken.has_value(); }));
    ASSERT_TRUE(taken.has_value() && !taken->has_value());
    EXPECT_EQ(taken->error().kind, LockFailure::Kind::HeldElsewhere);
    EXPECT_EQ(taken->error().holder, child);
    end(child);
}

TEST_F(ProcessLockTest, DestroyedContextCancelsTheWait)
{
    ProcessLock held(m_file);
    ASSERT_EQ(held.tryLock(), Outcome::Taken);
    auto context = std::make_unique<QObject>();
    bool isCalled = false;
    takeLock(m_file, kPatience, context.get(), [&isCalled](const Taken &) { isCalled = true; });
    context.reset();
    held.unlock();
    drainEvents();
    EXPECT_FALSE(isCalled);
    EXPECT_EQ(held.tryLock(), Outcome::Taken) << "no process kept the lock";
}

} // namespace lynceus
