#include "app/gui/shell/storerecovery.h"

#include "app/gui/shell/notices.h"
#include "app/gui/widgets/dialogs/plainmessagebox.h"
#include "core/engine/facade/engine.h"

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
        m_notices.raiseNotice(sentence, tr("Set aside and start again"), [this] { confirm(); });
    });
}

void StoreRecovery::confirm()
{
    auto *box = new PlainMessageBox(QMessageBox::Warning, tr("Set aside and start again"),
                                    tr("Rename the damaged store and create a new one?"),
                                    tr("%1\n\nLynceus renames it, keeps it in the same folder and creates a new store "
                                       "with the watches that are in memory.")
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
            m_notices.raiseNotice(tr("The damaged store was renamed to %1, and a new store was created.").arg(*aside));
    });
}

} // namespace lynceus
