#include "core/io/ipc/partedanswer.h"

#include "core/io/ipc/ipcframe.h"

using namespace Qt::StringLiterals;

namespace lynceus {

PartedAnswer::PartedAnswer(QLocalSocket *asker, QCborValue id, NextPart next)
    : QObject(asker)
    , m_asker(asker)
    , m_id(std::move(id))
    , m_next(std::move(next))
{
    connect(asker, &QLocalSocket::bytesWritten, this, [this] {
        if (m_asker->bytesToWrite() == 0)
            send();
    });
    send();
}

void PartedAnswer::send()
{
    if (const auto part = m_next()) {
        m_asker->write(ipcFrame({{u"id"_s, m_id}, {u"part"_s, *part}}));
        return;
    }
    disconnect(m_asker, nullptr, this, nullptr);
    m_asker->write(ipcFrame({{u"id"_s, m_id}, {u"result"_s, QCborMap()}}));
    deleteLater();
}

} // namespace lynceus
