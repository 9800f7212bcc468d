#include "core/engine/clients/instanceclients.h"
#include "tests/support/fakeclock.h"
#include "tests/support/waiting.h"

#include <QPointer>

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using For = TreeStreamLimiter::For;

TEST(TreeStreamLimiter, WatchesTakePrecedenceOverViews)
{
    TreeStreamLimiter treeStreamLimiter;
    QObject owner;
    std::vector<TreeSlot *> views;
    for (int count = 0; count < 4; ++count)
        views.push_back(treeStreamLimiter.ask(For::View, &owner));
    EXPECT_TRUE(views[0]->isGranted() && views[1]->isGranted() && views[2]->isGranted());
    EXPECT_FALSE(views[3]->isGranted());

    std::vector<bool> received;
    QObject::connect(views[2], &TreeSlot::grantedChanged, &owner, [&](bool granted) { received.push_back(granted); });
    auto *watch = treeStreamLimiter.ask(For::Watch, &owner);
    EXPECT_TRUE(watch->isGranted());
    EXPECT_FALSE(views[2]->isGranted()) << "the newest view gives up its stream";
    delete watch;
    EXPECT_TRUE(views[2]->isGranted());
    EXPECT_EQ(received, (std::vector{false, true}));
}

TEST(TreeStreamLimiter, GrantsAtMostThreeSlots)
{
    std::mt19937 random(7);
    TreeStreamLimiter treeStreamLimiter;
    QObject owner;
    int open = 0; // streams that the holders of slots have open
    std::vector<TreeSlot *> held;
    for (int step = 0; step < 2'000; ++step) {
        if (held.empty() || random() % 2 == 0) {
            auto *slot = treeStreamLimiter.ask(random() % 3 == 0 ? For::Watch : For::View, &owner);
            open += slot->isGranted() ? 1 : 0;
            QObject::connect(slot, &TreeSlot::grantedChanged, &owner, [&open](bool granted) {
                open += granted ? 1 : -1;
                EXPECT_LE(open, TreeStreamLimiter::kMost);
            });
            held.push_back(slot);
        } else {
            const auto at = held.begin() + static_cast<std::ptrdiff_t>(random() % held.size());
            auto *slot = *at;
            held.erase(at);
            open -= slot->isGranted() ? 1 : 0;
            delete slot;
        }
        ASSERT_EQ(open, std::min<int>(static_cast<int>(held.size()), TreeStreamLimiter::kMost));
        ASSERT_EQ(std::ranges::count_if(held, &TreeSlot::isGranted), open);
    }
}

TEST(TreeStreamLimiter, SlotCanOutliveTheLimiter)
{
    QObject owner;
    auto treeStreamLimiter = std::make_unique<TreeStreamLimiter>();
    auto *slot = treeStreamLimiter->ask(For::Watch, &owner);
    treeStreamLimiter.reset();
    delete slot;
}

TEST(InstanceClients, KeepsOneClientPerInstanceUntilItsConnectionSettingsChange)
{
    test::FakeClock clock;
    Workers workers;
    InstanceClients clients(clock, workers);
    QStringList changed;
    QObject::connect(&clients, &InstanceClients::clientChanged, &clients,
                     [&](const QString &instance) { changed.append(instance); });
    EXPECT_EQ(clients.client(u"prod"_s), nullptr);
    InstanceAccess access;
    access.baseUrl = QUrl(u"https://argocd.example"_s);
    clients.set(u"prod"_s, access);
    const QPointer<ArgoCdClient> first = clients.client(u"prod"_s);
    ASSERT_TRUE(first);
    auto *treeStreamLimiter = clients.treeStreamLimiter(u"prod"_s);
    access.baseUrl = QUrl(u"https://argocd.example/argocd"_s);
    clients.set(u"prod"_s, access);
    EXPECT_NE(clients.client(u"prod"_s), first.data());
    EXPECT_TRUE(first) << "the caller may be handling one of its answers";
    EXPECT_EQ(clients.treeStreamLimiter(u"prod"_s), treeStreamLimiter);
    clients.remove(u"prod"_s);
    EXPECT_EQ(clients.client(u"prod"_s), nullptr);
    test::drainEvents();
    EXPECT_FALSE(first);
    EXPECT_EQ(changed.size(), 3);
}

} // namespace

} // namespace lynceus
