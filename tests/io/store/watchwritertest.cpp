#include "core/io/store/watchwriter.h"

#include "tests/support/waiting.h"
#include "tests/support/watchmaker.h"

#include <QTemporaryDir>

#include <map>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

using namespace test;

namespace {

using Durability = WatchStore::Durability;

class WatchWriterTest : public ::testing::Test
{
protected:
    WatchWriterTest()
    {
        for (const auto &id : {u"w1"_s, u"w2"_s})
            m_board.emplace(id, StoredWatch{makeWatch(id), {}, {}, false});
        QObject::connect(&m_writer, &WatchWriter::failed, &m_writer,
                         [this](const QString &sentence) { m_failures += sentence; });
    }

    void setNote(const QString &id, const QString &note) { m_board.at(id).record.request.note = note; }
    /// Empty if the watch is not stored.
    [[nodiscard]] QString storedNote(const QString &id)
    {
        const auto stored = m_store->watch(id).value();
        return stored ? stored->record.request.note : QString();
    }

    QTemporaryDir m_folder;
    QString m_file = m_folder.filePath(u"store.db"_s);
    std::unique_ptr<WatchStore> m_store = std::move(WatchStore::open(m_file, kRegisteredAt).value().store);
    std::map<QString, StoredWatch> m_board;
    QStringList m_failures;
    WatchWriter m_writer{*m_store, [this](const QSet<QString> &ids) {
                             std::vector<StoredWatch> watches;
                             for (const auto &[id, watch] : m_board) {
                                 if (ids.contains(id))
                                     watches.push_back(watch);
                             }
                             return watches;
                         }};
};

TEST_F(WatchWriterTest, WritesTheNewestStateSoon)
{
    setNote(u"w1"_s, u"first"_s);
    m_writer.writeSoon(u"w1"_s);
    EXPECT_EQ(storedNote(u"w1"_s), QString()) << "together with later changes";
    setNote(u"w1"_s, u"second"_s);
    setNote(u"w2"_s, u"not changed"_s);
    ASSERT_TRUE(waitUntil([this] { return !storedNote(u"w1"_s).isEmpty(); }));
    EXPECT_EQ(storedNote(u"w1"_s), u"second"_s);
    EXPECT_EQ(storedNote(u"w2"_s), QString());
}

TEST_F(WatchWriterTest, KeepsWhatCannotBeWrittenAndReportsItOnce)
{
    setNote(u"w1"_s, u"first"_s);
    setNote(u"w2"_s, u"second"_s);
    {
        Database other(m_file);
        ASSERT_TRUE(other.open(Database::Use::Write));
        Transaction lock(other);
        ASSERT_TRUE(lock.begin(Transaction::Durability::Program));
        m_writer.write({m_board.at(u"w1"_s)}, Durability::Power);
        m_writer.writeSoon(u"w2"_s);
        m_writer.flush();
        ASSERT_EQ(m_failures.size(), 1);
        EXPECT_TRUE(m_failures.front().contains(u"in use by another program"_s)) << qPrintable(m_failures.front());
    }
    m_writer.flush();
    EXPECT_EQ(storedNote(u"w1"_s), u"first"_s);
    EXPECT_EQ(storedNote(u"w2"_s), u"second"_s);
    EXPECT_EQ(m_failures.size(), 1);
    m_writer.reportTrouble({Error::Kind::BadInput, {}, u"again"_s, false, 0});
    EXPECT_EQ(m_failures.size(), 2) << "writing succeeded meanwhile";
}

TEST_F(WatchWriterTest, DoesNotWriteAWatchThatLeftTheBoard)
{
    m_writer.writeSoon(u"w1"_s);
    m_writer.forget(u"w1"_s);
    m_writer.writeSoon(u"w2"_s);
    m_board.erase(u"w2"_s);
    m_writer.flush();
    EXPECT_TRUE(m_store->all().value().empty());
}

TEST_F(WatchWriterTest, NewStoreGetsOnlyLaterChanges)
{
    m_writer.writeSoon(u"w1"_s);
    const auto other = WatchStore::inMemory();
    m_writer.setStore(*other);
    EXPECT_EQ(&m_writer.store(), other.get());
    m_writer.writeSoon(u"w2"_s);
    m_writer.flush();
    ASSERT_EQ(other->all().value().size(), 1U) << "it had the earlier changes already";
    EXPECT_EQ(other->all().value().front().record.id, u"w2"_s);
    EXPECT_TRUE(m_store->all().value().empty());
}

} // namespace

} // namespace lynceus
