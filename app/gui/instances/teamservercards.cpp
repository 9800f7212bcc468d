#include "app/gui/instances/teamservercards.h"

#include "app/gui/instances/instancecard.h"
#include "app/gui/instances/teamservertext.h"
#include "app/gui/widgets/dialogs/plainmessagebox.h"
#include "app/gui/widgets/painting/icons.h"
#include "core/domain/text/visibletext.h"
#include "core/engine/facade/engine.h"
#include "core/engine/text/wording.h"

#include <QInputDialog>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

TeamServerCards::TeamServerCards(Engine &engine, QWidget &page)
    : QObject(&page)
    , m_engine(engine)
    , m_page(page)
{ }

int TeamServerCards::runningTasks(const QString &server) const
{
    return int(std::ranges::count_if(m_engine.state().serverTasks(server), &ServerTask::isRunning));
}

void TeamServerCards::fillMenu(const InstanceCard &card, QMenu &menu)
{
    const auto server = card.teamServer()->server;
    const auto add = [this, &menu](QLatin1StringView glyph, const QString &text, auto then) {
        connect(menu.addAction(glyphIcon(glyph), text), &QAction::triggered, this, then);
    };
    add("refresh-cw"_L1, tr("Refresh"), [this, id = server.place.id] { m_engine.retryTeamServer(id); });
    add("key-round"_L1, tr("Enter a token…"), [this, server] { enterToken(server); });
    menu.addSeparator();
    add("pencil"_L1, tr("Rename…"), [this, server] { rename(server); });
    menu.addSeparator();
    add("trash-2"_L1, tr("Remove…"), [this, server] { remove(server); });
}

void TeamServerCards::remedy(const InstanceCard &card)
{
    const auto &state = *card.teamServer();
    switch (remedyFor(state)) {
    case TeamServerRemedy::None:
        return;
    case TeamServerRemedy::TryAgain:
        m_engine.retryTeamServer(state.server.place.id);
        return;
    case TeamServerRemedy::EnterToken:
        enterToken(state.server);
        return;
    }
}

void TeamServerCards::enterToken(const TeamServerInstance &server)
{
    auto *dialog = new QInputDialog(&m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Token for %1").arg(visibleLine(server.place.name)));
    dialog->setLabelText(tr("A deploy token or a JWT that the team server accepts; it is stored in the keychain"));
    dialog->setTextEchoMode(QLineEdit::Password);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, id = server.place.id](const QString &text) {
        const auto token = text.trimmed();
        m_engine.setTeamServerToken(id, Secret(token.toUtf8()), this)
            .then(this, [this, id, hasToken = !token.isEmpty()](const Result<void> &stored) {
                if (stored)
                    Q_EMIT reported(id, true,
                                    hasToken ? tr("The team server accepts the token.")
                                             : tr("The team server is read without a token."));
                else
                    reportTrouble(id, stored.error());
            });
    });
    dialog->open();
}

void TeamServerCards::rename(const TeamServerInstance &server)
{
    auto *dialog = new QInputDialog(&m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename %1").arg(visibleLine(server.place.name)));
    dialog->setLabelText(tr("Name, shown beside the tasks of this team server"));
    dialog->setTextValue(server.place.name);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, id = server.place.id](const QString &name) {
        m_engine.renameTeamServer(id, name.trimmed(), this).then(this, [this, id](const Result<void> &renamed) {
            if (!renamed)
                reportTrouble(id, renamed.error());
        });
    });
    dialog->open();
}

void TeamServerCards::remove(const TeamServerInstance &server)
{
    const auto question = tr("Remove %1?").arg(server.place.name);
    auto *box = new PlainMessageBox(
        QMessageBox::Warning, question, question,
        tr("Lynceus deletes its token and no longer shows its tasks. Nothing changes on the team server."),
        QMessageBox::Cancel, &m_page);
    auto *removal = box->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(removal, &QPushButton::clicked, this, [this, id = server.place.id] {
        m_engine.removeTeamServer(id, this).then(this, [this, id](const Result<void> &removed) {
            if (!removed)
                reportTrouble(id, removed.error());
        });
    });
    box->open();
}

void TeamServerCards::reportTrouble(const QString &server, const Error &error)
{
    Q_EMIT reported(server, false, asSentence(error.message));
}

} // namespace lynceus
