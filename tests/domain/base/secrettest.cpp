#include "core/domain/base/secret.h"

#include <type_traits>

#include <gtest/gtest.h>

using namespace lynceus;

namespace {

static_assert(!std::is_convertible_v<Secret, QByteArray> && !std::is_convertible_v<QByteArray, Secret>);
static_assert(std::is_nothrow_move_constructible_v<Secret>);

TEST(Secret, ExposesItsBytesOnlyExplicitly)
{
    const Secret secret(QByteArray("s3cret"));
    EXPECT_FALSE(secret.isEmpty());
    EXPECT_EQ(secret.reveal(), QByteArray("s3cret"));
    EXPECT_TRUE(Secret().isEmpty());
    EXPECT_EQ(Secret().reveal(), QByteArray());
}

TEST(Secret, TakesOwnershipOfTheCallersBytes)
{
    QByteArray bytes("s3cret");
    bytes.detach();
    const Secret secret(std::move(bytes));
    EXPECT_TRUE(bytes.isEmpty()); // NOLINT(bugprone-use-after-move): the move must empty it
    EXPECT_EQ(secret.reveal(), QByteArray("s3cret"));
}

TEST(Secret, DoesNotWipeSharedBytes)
{
    QByteArray bytes("s3cret");
    const QByteArray shared = bytes;
    {
        const Secret secret(std::move(bytes));
        EXPECT_EQ(secret.reveal(), shared);
    }
    EXPECT_EQ(shared, QByteArray("s3cret"));
}

TEST(Secret, CopiesShareNoMemory)
{
    auto first = std::make_unique<Secret>(QByteArray("s3cret"));
    const Secret copy(*first);
    Secret assigned;
    assigned = copy;
    const auto revealed = first->reveal();
    first.reset();
    EXPECT_EQ(copy.reveal(), QByteArray("s3cret"));
    EXPECT_EQ(assigned.reveal(), QByteArray("s3cret"));
    EXPECT_EQ(revealed, QByteArray("s3cret"));
}

TEST(Secret, MovesAndAssignsToItselfWithoutLoss)
{
    Secret first(QByteArray("s3cret"));
    auto &alias = first;
    first = alias;
    EXPECT_EQ(first.reveal(), QByteArray("s3cret"));
    first = std::move(alias);
    EXPECT_EQ(first.reveal(), QByteArray("s3cret"));
    Secret second(QByteArray("other"));
    second = std::move(first);
    EXPECT_EQ(second.reveal(), QByteArray("s3cret"));
    EXPECT_TRUE(first.isEmpty()); // NOLINT(bugprone-use-after-move): the move must empty it
    const Secret third(std::move(second));
    EXPECT_EQ(third.reveal(), QByteArray("s3cret"));
}

TEST(Secret, WipingOverwritesEveryByte)
{
    char bytes[] = "s3cret";
    wipeBytes(bytes, 4);
    EXPECT_EQ(QByteArray(bytes, 6), QByteArray("\0\0\0\0et", 6));
    wipeBytes(nullptr, 0);
}

} // namespace
