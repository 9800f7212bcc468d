#include "app/gui/shell/storerecovery.h"

#include "app/gui/shell/notices.h"
#include "app/gui/widgets/plainmessagebox.h"
#include "core/engine/engine.h"

#include <QPushButton>

namespace lynceus {

StoreRecovery::StoreRecovery(Engine &engine, Notices &notices, QWidget *window)
    : QObject(window)
    , m_engine(engine)
    , m_notices(notices)
    , m_window(window)
{
    connect(&engine, &Engine::storeObstructed, this, [this](const QString &sentence) {
        m_sentence = sentence;
        m_notices.raiseNotice(sentence, tr("Set aside and start anew"), [this] { confirm(); });
    });
}

void StoreRecovery::confirm()
{
    auto *box = new PlainMessageBox(QMessageBox::Warning, tr("Set aside and start anew"),
                                    tr("Set aside what is in the place of the store?"),
                                    tr("%1\n\nLynceus renames it, keeps it beside its old place, and makes a new file "
                                       "for watches and history. What "
                                       "this run knows is stored there.")
                                        .arg(m_sentence),
                                    QMessageBox::Cancel, m_window);
    auto *agreed = box->addButton(tr("Set aside"), QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(agreed, &QPushButton::clicked, this, &StoreRecovery::setAside);
    box->open();
}

void StoreRecovery::setAside()
{
    m_engine.setStoreAside(this).then(this, [this](const Result<QString> &aside) {
        if (!aside)
            return m_notices.raiseNotice(aside.error().message);
        m_notices.withdrawNotice(m_sentence);
        if (!aside->isEmpty())
            m_notices.raiseNotice(
                tr("What was in the place of the store is kept as %1. Watches and history begin anew.").arg(*aside));
    });
}

} // namespace lynceus
