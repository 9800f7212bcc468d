#include "app/gui/instances/instancespage.h"

#include "app/gui/instances/addinstancedialog.h"
#include "app/gui/instances/importdialog.h"
#include "app/gui/instances/instancerights.h"
#include "app/gui/instances/instancetext.h"
#include "app/gui/instances/signindialog.h"
#include "app/gui/instances/teamservercards.h"
#include "app/gui/widgets/accessibility/taborder.h"
#include "app/gui/widgets/controls/fittedbutton.h"
#include "app/gui/widgets/dialogs/plainmessagebox.h"
#include "app/gui/widgets/labels/plainlabel.h"
#include "app/gui/widgets/pages/banner.h"
#include "app/gui/widgets/pages/emptystate.h"
#include "app/gui/widgets/pages/pageheader.h"
#include "app/gui/widgets/painting/badge.h"
#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/style/windowstyle.h"
#include "core/domain/instances/probecandidates.h"
#include "core/domain/text/nearest.h"
#include "core/domain/text/visibletext.h"
#include "core/domain/time/zonedtime.h"
#include "core/engine/doctor/judgements.h"
#include "core/io/http/connections/peercheck.h"

#include <QInputDialog>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kRightsHold{300'000}; // permissions rarely change; Test reads them again

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
    , m_filter(new QLineEdit(this))
    , m_nothing(new PlainLabel(tr("No instance matches the filter"), this))
    , m_servers(new TeamServerCards(engine, *this))
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
    connect(&m_engine, &Engine::teamServerChanged, this, &InstancesPage::takeServer);
    connect(&m_engine, &Engine::teamServerRemoved, this, &InstancesPage::drop);
    connect(&m_engine, &Engine::serverTasksChanged, this, [this](const ServerTaskChanges &changes) {
        if (const auto *server = m_engine.state().teamServer(changes.server))
            takeServer(*server);
    });
    connect(m_servers, &TeamServerCards::reported, this, &InstancesPage::report);
}

void InstancesPage::build()
{
    auto *header = new PageHeader(tr("Instances"), this);
    auto *import = new FittedButton(glyphIcon("file-input"_L1), tr("Import contexts"), this);
    auto *add = new FittedButton(glyphIcon("plus"_L1), tr("Add"), this);
    add->setAccessibleName(tr("Add an instance"));
    makePrimary(add);
    setFocusProxy(add);
    m_filter->setPlaceholderText(tr("Filter by name or address"));
    m_filter->setAccessibleName(tr("Filter instances"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(glyphIcon("list-filter"_L1), QLineEdit::LeadingPosition);
    m_filter->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, this, &InstancesPage::showMatching);
    constexpr int kFilterWidth = 360; // px at 100 %
    constexpr int kLeastLetters = 24;
    m_filter->setMaximumWidth(kFilterWidth);
    m_filter->setMinimumWidth(fontMetrics().averageCharWidth() * kLeastLetters);
    header->addWidget(m_filter, 1);
    header->addStretch();
    import->setVisible(m_engine.canImport());
    header->addWidget(import);
    header->addWidget(add);
    auto *cards = new QWidget(this);
    m_column = new QVBoxLayout(cards);
    m_column->setContentsMargins(16, 16, 16, 16);
    m_column->setSpacing(12);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_column->addWidget(m_nothing);
    m_column->addStretch();
    m_scroll->setWidget(cards);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus); // its content has the focus
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
                    "CLI. Lynceus has read-only access and does not change anything in Argo CD. A team server (lynceus "
                    "serve or an Argo Watcher) is added in the same way."),
                 tr("Add an instance"));
    connect(m_empty, &EmptyState::stepAsked, this, &InstancesPage::addInstance);
    connect(import, &QPushButton::clicked, this, &InstancesPage::importContexts);
    connect(add, &QPushButton::clicked, this, &InstancesPage::addInstance);
}

void InstancesPage::find()
{
    if (m_cards.empty())
        return m_empty->button()->setFocus(Qt::ShortcutFocusReason);
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

/// Each word must occur in a name or a URL.
void InstancesPage::showMatching()
{
    const auto words = m_filter->text().split(u' ', Qt::SkipEmptyParts);
    int shown = 0;
    for (const auto &[id, card] : m_cards) {
        const auto &instance = card->state().instance;
        const auto text = instance.name + u' ' + instance.baseUrl.toDisplayString();
        const bool matches = std::ranges::all_of(
            words, [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
        card->setVisible(matches);
        shown += matches ? 1 : 0;
    }
    m_filter->setVisible(!m_cards.empty());
    m_nothing->setVisible(shown == 0 && !m_cards.empty());
}

/// Moves the focus to the first remaining instance.
void InstancesPage::leaveFilter()
{
    for (int row = 0; row < m_column->count(); ++row) {
        auto *shown = qobject_cast<InstanceCard *>(m_column->itemAt(row)->widget());
        if (!shown || shown->isHidden())
            continue;
        m_scroll->ensureWidgetVisible(shown);
        return shown->focusFirst();
    }
}

bool InstancesPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_filter || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape)
        m_filter->clear();
    else if (key != Qt::Key_Down && key != Qt::Key_Return && key != Qt::Key_Enter)
        return QWidget::eventFilter(watched, event);
    leaveFilter();
    return true;
}

void InstancesPage::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    for (const auto &[id, card] : m_cards) {
        if (const auto server = card->teamServer())
            card->setTeamServer(*server, m_servers->runningTasks(id), m_clock.now(), m_zone);
        else
            card->setState(InstanceState(card->state()), m_clock.now(), m_zone);
    }
}

InstanceCard &InstancesPage::cardFor(const QString &id)
{
    auto &card = m_cards[id];
    if (!card) {
        card = new InstanceCard(this);
        connect(card, &InstanceCard::remedyAsked, this, [this, card] { remedy(*card); });
        connect(card->menu(), &QMenu::aboutToShow, this, [this, card] { fillMenu(*card); });
    }
    return *card;
}

void InstancesPage::take(const InstanceState &state)
{
    auto &card = cardFor(state.instance.id);
    const bool moved = card.state().instance.name != state.instance.name;
    card.setState(state, m_clock.now(), m_zone);
    if (moved)
        placeCards();
    askRights(card);
}

void InstancesPage::takeServer(const TeamServerState &server)
{
    const auto &place = server.server.place;
    auto &card = cardFor(place.id);
    const bool moved = card.state().instance.name != place.name;
    card.setTeamServer(server, m_servers->runningTasks(place.id), m_clock.now(), m_zone);
    if (moved)
        placeCards();
}

/// Only while visible: three small requests, repeated for another account or after a while.
void InstancesPage::askRights(InstanceCard &shown)
{
    if (shown.teamServer())
        return;
    const auto id = shown.state().instance.id;
    const auto connection = shown.state().connection;
    if (!isReached(connection)) {
        if (connection != Connection::Stale) { // after a stale connection, the same account is usually back soon
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
            return; // signed out or removed meanwhile
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
    }
    if (cards.empty())
        m_filter->clear();
    showMatching();
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
        if (shown->isHidden())
            m_filter->clear();
        m_scroll->ensureWidgetVisible(shown);
        shown->focusFirst();
    }
}

void InstancesPage::takeFocus()
{
    for (int row = 0; row < m_column->count(); ++row) {
        auto *shown = qobject_cast<InstanceCard *>(m_column->itemAt(row)->widget());
        if (!shown || shown->isHidden() || shown->banner().isHidden() || shown->banner().remedy()->isHidden())
            continue;
        m_scroll->ensureWidgetVisible(shown);
        shown->banner().remedy()->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    setFocus(Qt::ShortcutFocusReason);
}

void InstancesPage::report(const QString &id, bool good, const QString &sentence)
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

void InstancesPage::addInstance()
{
    QStringList used;
    for (const auto &[id, card] : m_cards)
        used.push_back(card->state().instance.colour);
    Instance instance;
    instance.colour = freeInstanceColour(used);
    auto *dialog = new AddInstanceDialog(m_engine, instance, m_zone, this);
    connect(dialog, &AddInstanceDialog::saved, this, [this](const QString &id, SignInMethod method) {
        if (const auto *added = card(id); added && method != SignInMethod::Anonymous)
            signIn(added->state().instance, method);
    });
    dialog->open();
}

void InstancesPage::changeAddress(const Instance &instance)
{
    auto *dialog = new AddInstanceDialog(m_engine, instance, m_zone, this);
    dialog->open();
}

void InstancesPage::importContexts()
{
    auto *dialog = new ImportDialog(m_engine, this);
    dialog->open();
}

void InstancesPage::signIn(const Instance &instance, SignInMethod method)
{
    auto *dialog = new SignInDialog(m_engine, instance, m_zone, this);
    connect(dialog, &SignInDialog::signedIn, this, [this, id = instance.id](const QString &user, bool forThisRunOnly) {
        const auto sentence = user.isEmpty() ? tr("Signed in.") : tr("Signed in as %1.").arg(user);
        report(id, true,
               forThisRunOnly
                   ? sentence + u' ' + tr("No keychain is available. The token is discarded when Lynceus quits.")
                   : sentence);
    });
    dialog->open();
    dialog->begin(method == SignInMethod::Anonymous ? SignInMethod::Token : method);
}

void InstancesPage::remedy(const InstanceCard &shown)
{
    if (shown.teamServer())
        return m_servers->remedy(shown);
    const auto &state = shown.state();
    switch (remedyFor(state.connection)) {
    case InstanceRemedy::None:
        return;
    case InstanceRemedy::TryAgain:
        m_engine.retry(state.instance.id);
        return;
    case InstanceRemedy::SignIn:
        signIn(state.instance, state.instance.signIn);
        return;
    case InstanceRemedy::CheckCertificate:
        showCertificate(state.instance);
        return;
    case InstanceRemedy::ChangeAddress:
        changeAddress(state.instance);
        return;
    case InstanceRemedy::Resume:
        pause(state.instance, false);
        return;
    }
}

void InstancesPage::fillMenu(InstanceCard &shown)
{
    auto &menu = *shown.menu();
    menu.clear();
    if (shown.teamServer())
        return m_servers->fillMenu(shown, menu);
    const auto instance = shown.state().instance;
    const bool signedIn = !shown.state().user.isEmpty();
    const auto add = [this, &menu](QLatin1StringView glyph, const QString &text, auto then) {
        connect(menu.addAction(glyphIcon(glyph), text), &QAction::triggered, this, then);
    };
    add("stethoscope"_L1, tr("Test"), [this, instance] { test(instance.id); });
    add("log-in"_L1, signedIn ? tr("Sign in again…") : tr("Sign in…"),
        [this, instance] { signIn(instance, instance.signIn); });
    if (signedIn)
        add("log-out"_L1, tr("Sign out"), [this, instance] { m_engine.signOut(instance.id); });
    menu.addSeparator();
    add(instance.paused ? "play"_L1 : "pause"_L1, instance.paused ? tr("Resume") : tr("Pause"),
        [this, instance] { pause(instance, !instance.paused); });
    add("pencil"_L1, tr("Rename…"), [this, instance] { rename(instance); });
    add("link"_L1, tr("Change the address…"), [this, instance] { changeAddress(instance); });
    if (instance.baseUrl.scheme() == "https"_L1)
        add("shield-check"_L1, tr("Certificate…"), [this, instance] { showCertificate(instance); });
    auto *colours = menu.addMenu(glyphIcon("palette"_L1), tr("Colour"));
    for (const auto &colour : instanceColours()) {
        auto *action = colours->addAction(colourIcon(colour), colour);
        action->setCheckable(true);
        action->setChecked(colour == instance.colour);
        connect(action, &QAction::triggered, this, [this, instance, colour] { recolour(instance, colour); });
    }
    menu.addSeparator();
    add("trash-2"_L1, tr("Remove…"), [this, instance] { remove(instance); });
}

void InstancesPage::test(const QString &id)
{
    auto *tested = card(id);
    if (!tested)
        return;
    m_asked.erase(id);
    askRights(*tested);
    m_engine.probe(tested->state().instance, this).then(this, [this, id](const Result<InstanceProbe> &probe) {
        if (probe && !probe->redirectsTo.isEmpty())
            report(id, false, redirectError(probe->baseUrl, probe->redirectsTo).message);
        else
            report(id, probe.has_value(), probe ? probeText(*probe) : probe.error().message);
    });
}

void InstancesPage::showCertificate(const Instance &instance)
{
    m_engine.certificate(instance.baseUrl, this)
        .then(this, [this, instance](const Result<UntrustedCertificate> &shown) {
            if (!shown) {
                report(instance.id, false, shown.error().message);
                return;
            }
            auto *box = new PlainMessageBox(
                QMessageBox::NoIcon, tr("Certificate of %1").arg(instance.name),
                shown->problem.isEmpty() ? tr("Trusted by this computer.") : shown->problem,
                tr("SHA-256: %1\nFor: %2\nIssued by: %3")
                    .arg(fingerprintText(shown->fingerprint), visibleLine(shown->subject), visibleLine(shown->issuer)),
                QMessageBox::Close, this);
            const bool isPinned = instance.pinnedFingerprint == shown->fingerprint;
            auto *pin = box->addButton(isPinned ? tr("Unpin this certificate") : tr("Pin this certificate"),
                                       QMessageBox::ActionRole);
            connect(pin, &QPushButton::clicked, this, [this, instance, isPinned, fingerprint = shown->fingerprint] {
                auto changed = instance;
                changed.pinnedFingerprint = isPinned ? QByteArray() : fingerprint;
                save(changed);
            });
            box->open();
        });
}

void InstancesPage::rename(const Instance &instance)
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename %1").arg(visibleLine(instance.name)));
    dialog->setLabelText(tr("Name, used before the colon as in staging:shop-web"));
    dialog->setTextValue(instance.name);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, instance](const QString &name) {
        auto changed = instance;
        changed.name = name.trimmed();
        save(changed);
    });
    dialog->open();
}

void InstancesPage::recolour(const Instance &instance, const QString &colour)
{
    auto changed = instance;
    changed.colour = colour;
    save(changed);
}

void InstancesPage::pause(Instance instance, bool paused)
{
    instance.paused = paused;
    save(instance);
}

void InstancesPage::remove(const Instance &instance)
{
    const auto question = tr("Remove %1?").arg(instance.name);
    auto *box =
        new PlainMessageBox(QMessageBox::Warning, question, question,
                            tr("Its tokens are deleted and its running watches are cancelled. History is kept."),
                            QMessageBox::Cancel, this);
    auto *removal = box->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(removal, &QPushButton::clicked, this, [this, id = instance.id] {
        m_engine.removeInstance(id, this).then(this, [this, id](const Result<void> &result) {
            if (!result)
                report(id, false, result.error().message);
        });
    });
    box->open();
}

void InstancesPage::save(const Instance &instance)
{
    m_engine.saveInstance(instance, this).then(this, [this, id = instance.id](const Result<QString> &result) {
        if (!result)
            report(id, false, result.error().message);
    });
}

} // namespace lynceus
