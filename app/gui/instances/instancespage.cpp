#include "app/gui/instances/instancespage.h"

#include "app/gui/instances/instancerights.h"
#include "app/gui/widgets/banner.h"
#include "app/gui/widgets/emptystate.h"
#include "app/gui/widgets/icons.h"
#include "app/gui/widgets/pageheader.h"
#include "app/gui/widgets/taborder.h"
#include "app/gui/widgets/windowstyle.h"
#include "core/domain/base/nearest.h"
#include "core/domain/base/zonedtime.h"
#include "core/engine/doctor/judgements.h"

#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

using Connection = InstanceState::Connection;

constexpr Duration kRightsHold{300'000}; // rules change seldom, and whoever waits for a change can press Test

bool isReached(Connection connection)
{
    return connection == Connection::Live || connection == Connection::Polling;
}

} // namespace

InstancesPage::InstancesPage(Engine &engine, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_clock(clock)
    , m_scroll(new QScrollArea(this))
    , m_empty(new EmptyState(this))
{
    build();
    placeCards();
    m_ages.setInterval(std::chrono::seconds(1));
    connect(&m_ages, &QTimer::timeout, this, [this] {
        for (const auto &[id, card] : m_cards)
            card->showAge(m_clock.now());
    });
    connect(&m_engine, &Engine::instanceChanged, this, &InstancesPage::take);
    connect(&m_engine, &Engine::instanceRemoved, this, &InstancesPage::drop);
}

void InstancesPage::build()
{
    auto *header = new PageHeader(tr("Instances"), this);
    auto *import = new QPushButton(glyphIcon("file-input"_L1), tr("Import contexts"), this);
    auto *add = new QPushButton(glyphIcon("plus"_L1), tr("Add"), this);
    add->setAccessibleName(tr("Add an instance"));
    makePrimary(add);
    setFocusProxy(add);
    header->addStretch();
    import->setVisible(m_engine.canImport());
    header->addWidget(import);
    header->addWidget(add);
    auto *cards = new QWidget(this);
    m_column = new QVBoxLayout(cards);
    m_column->setContentsMargins(16, 16, 16, 16);
    m_column->setSpacing(12);
    m_column->addStretch();
    m_scroll->setWidget(cards);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus); // what is in it is reached
    auto *content = new QWidget(this);
    m_content = new QStackedLayout(content);
    m_content->addWidget(m_scroll);
    m_content->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(header);
    layout->addWidget(content, 1);
    m_empty->say("server"_L1, tr("No instances yet"),
                 tr("Add an instance with the address that you use in the browser, or import contexts from the argocd "
                    "CLI. Lynceus has read-only access and does not change anything in Argo CD."),
                 tr("Add an instance"));
    connect(m_empty, &EmptyState::stepAsked, this, &InstancesPage::addInstance);
    connect(import, &QPushButton::clicked, this, &InstancesPage::importContexts);
    connect(add, &QPushButton::clicked, this, &InstancesPage::addInstance);
}

void InstancesPage::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    for (const auto &[id, card] : m_cards)
        card->setState(InstanceState(card->state()), m_clock.now(), m_zone);
}

void InstancesPage::take(const InstanceState &state)
{
    auto &card = m_cards[state.instance.id];
    const bool isNew = card == nullptr;
    if (isNew) {
        card = new InstanceCard(this);
        connect(card, &InstanceCard::remedyAsked, this, [this, card] { remedy(*card); });
        connect(card->menu(), &QMenu::aboutToShow, this, [this, card] { fillMenu(*card); });
    }
    const bool moved = isNew || card->state().instance.name != state.instance.name;
    card->setState(state, m_clock.now(), m_zone);
    if (moved)
        placeCards();
    askRights(*card);
}

/// Only while somebody looks: three small questions, again when somebody else is signed in, or after a while.
void InstancesPage::askRights(InstanceCard &shown)
{
    const auto id = shown.state().instance.id;
    const auto connection = shown.state().connection;
    if (!isReached(connection)) {
        if (connection != Connection::Stale) { // then the same account is there again soon
            m_asked.erase(id);
            shown.rights().forget();
        }
        return;
    }
    if (!isVisible())
        return;
    const auto now = m_clock.steady();
    const auto before = m_asked.find(id);
    const auto user = shown.state().user;
    if (before != m_asked.end() && before->second.user == user && now - before->second.at < kRightsHold)
        return;
    m_asked[id] = {user, now};
    shown.rights().showAsking();
    m_engine.rights(id, this).then(this, [this, id](const Result<AccountRights> &rights) {
        const auto *asked = card(id);
        if (!asked || !m_asked.contains(id))
            return; // somebody signed out meanwhile, or it was removed
        if (rights)
            asked->rights().showFindings(judgedRights(*rights));
        else
            asked->rights().showTrouble(withTimesIn(rights.error().message, m_zone));
    });
}

void InstancesPage::drop(const QString &id)
{
    const auto card = m_cards.find(id);
    if (card == m_cards.end())
        return;
    card->second->deleteLater();
    m_asked.erase(id);
    m_cards.erase(card);
    placeCards();
}

void InstancesPage::placeCards()
{
    std::vector<InstanceCard *> cards;
    for (const auto &[id, card] : m_cards)
        cards.push_back(card);
    std::ranges::sort(cards, [](const InstanceCard *left, const InstanceCard *right) {
        return compareNaturally(left->state().instance.name, right->state().instance.name) < 0;
    });
    for (std::size_t i = 0; i < cards.size(); ++i) {
        m_column->removeWidget(cards[i]);
        m_column->insertWidget(int(i), cards[i]);
        cards[i]->setVisible(true);
    }
    tabAsRead(window());
    m_content->setCurrentWidget(cards.empty() ? static_cast<QWidget *>(m_empty) : m_scroll);
}

InstanceCard *InstancesPage::card(const QString &id) const
{
    const auto found = m_cards.find(id);
    return found == m_cards.end() ? nullptr : found->second;
}

void InstancesPage::showInstance(const QString &id)
{
    if (auto *shown = card(id)) {
        m_scroll->ensureWidgetVisible(shown);
        shown->focusFirst();
    }
}

void InstancesPage::takeFocus()
{
    for (int row = 0; row < m_column->count(); ++row) {
        auto *shown = qobject_cast<InstanceCard *>(m_column->itemAt(row)->widget());
        if (!shown || shown->banner().isHidden() || shown->banner().remedy()->isHidden())
            continue;
        m_scroll->ensureWidgetVisible(shown);
        shown->banner().remedy()->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    setFocus(Qt::ShortcutFocusReason);
}

void InstancesPage::tell(const QString &id, bool good, const QString &sentence)
{
    if (auto *shown = card(id))
        shown->showNote(good, sentence);
}

void InstancesPage::showEvent(QShowEvent *event)
{
    m_ages.start();
    QWidget::showEvent(event);
    for (const auto &[id, card] : m_cards)
        askRights(*card);
}

void InstancesPage::hideEvent(QHideEvent *event)
{
    m_ages.stop();
    QWidget::hideEvent(event);
}

} // namespace lynceus
