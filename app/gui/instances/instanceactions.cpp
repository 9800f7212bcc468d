#include "app/gui/instances/addinstancedialog.h"
#include "app/gui/instances/importdialog.h"
#include "app/gui/instances/instancespage.h"
#include "app/gui/instances/instancetext.h"
#include "app/gui/instances/signindialog.h"
#include "app/gui/widgets/badge.h"
#include "app/gui/widgets/icons.h"
#include "app/gui/widgets/plainmessagebox.h"
#include "core/domain/base/visibletext.h"
#include "core/domain/instances/probecandidates.h"
#include "core/io/http/peercheck.h"

#include <QInputDialog>
#include <QMenu>
#include <QPainter>
#include <QPushButton>

// What InstancesPage does about an instance. Everything is asked in dialogs
// that do not block.

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

QIcon colourIcon(const QString &colour)
{
    QPixmap pixmap(16, 16);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(colour));
    painter.drawRoundedRect(2, 2, 12, 12, 3, 3);
    return QIcon(pixmap);
}

} // namespace

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
        tell(id, true,
             forThisRunOnly
                 ? sentence + u' ' + tr("No keychain is available. The token is discarded when Lynceus quits.")
                 : sentence);
    });
    dialog->open();
    dialog->begin(method == SignInMethod::Anonymous ? SignInMethod::Token : method);
}

void InstancesPage::remedy(const InstanceCard &shown)
{
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
    case InstanceRemedy::LookAtCertificate:
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
            tell(id, false, redirectError(probe->baseUrl, probe->redirectsTo).message);
        else
            tell(id, probe.has_value(), probe ? probeText(*probe) : probe.error().message);
    });
}

void InstancesPage::showCertificate(const Instance &instance)
{
    m_engine.certificate(instance.baseUrl, this)
        .then(this, [this, instance](const Result<UntrustedCertificate> &shown) {
            if (!shown) {
                tell(instance.id, false, shown.error().message);
                return;
            }
            auto *box = new PlainMessageBox(
                QMessageBox::NoIcon, tr("Certificate of %1").arg(instance.name),
                shown->problem.isEmpty() ? tr("Trusted by this computer.") : shown->problem,
                tr("For: %1\nIssued by: %2\nSHA-256: %3")
                    .arg(visibleLine(shown->subject), visibleLine(shown->issuer), fingerprintText(shown->fingerprint)),
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
                tell(id, false, result.error().message);
        });
    });
    box->open();
}

void InstancesPage::save(const Instance &instance)
{
    m_engine.saveInstance(instance, this).then(this, [this, id = instance.id](const Result<QString> &result) {
        if (!result)
            tell(id, false, result.error().message);
    });
}

} // namespace lynceus
