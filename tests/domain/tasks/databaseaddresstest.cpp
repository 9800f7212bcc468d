#include "core/domain/tasks/databaseaddress.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

TEST(DatabaseAddress, ParsesAFile)
{
    const auto address = parseDatabaseAddress(u"sqlite:/var/lib/lynceus/tasks.db"_s);
    ASSERT_TRUE(address);
    EXPECT_EQ(address->kind, DatabaseAddress::Kind::Sqlite);
    EXPECT_EQ(address->file, u"/var/lib/lynceus/tasks.db"_s);
    EXPECT_EQ(shownAddress(*address), u"sqlite:/var/lib/lynceus/tasks.db"_s);
    EXPECT_EQ(parseDatabaseAddress(u"sqlite:tasks.db"_s)->file, u"tasks.db"_s);
}

TEST(DatabaseAddress, ParsesAServerAndHidesItsPassword)
{
    const auto address = parseDatabaseAddress(u"postgres://ly:s%40cret@db.example:5433/tasks?sslmode=verify-full"_s);
    ASSERT_TRUE(address);
    EXPECT_EQ(address->kind, DatabaseAddress::Kind::Postgres);
    EXPECT_EQ(address->host, u"db.example"_s);
    EXPECT_EQ(address->port, 5433);
    EXPECT_EQ(address->database, u"tasks"_s);
    EXPECT_EQ(address->user, u"ly"_s);
    EXPECT_EQ(address->password.reveal(), "s@cret");
    EXPECT_EQ(address->sslMode, u"verify-full"_s);
    EXPECT_EQ(shownAddress(*address), u"postgres://ly@db.example:5433/tasks"_s);
    EXPECT_EQ(parseDatabaseAddress(u"postgresql:///tasks?host=/run/postgresql"_s)->host, u"/run/postgresql"_s);
}

TEST(DatabaseAddress, ReportsErrorsWithoutThePassword)
{
    for (const auto *text :
         {"tasks.db", "mysql://h/d", "sqlite:", "sqlite:///x", "postgres://u:secret@h", "postgres://u:secret@h/",
          "postgres://u:secret@h/a/b", "postgres://u:secret@h/d?sslmode=some", "postgres://u:secret@h/d?options=-c"}) {
        const auto address = parseDatabaseAddress(QString::fromLatin1(text));
        ASSERT_FALSE(address) << text;
        EXPECT_EQ(address.error().kind, Error::Kind::BadInput);
        EXPECT_FALSE(address.error().message.contains(u"secret"_s)) << text;
    }
}

} // namespace lynceus
