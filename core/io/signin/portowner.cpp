#include "core/io/signin/portowner.h"

#include "core/domain/redaction/redact.h"

#include <QDir>
#include <QFile>
#include <QSet>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qint64 kTableCap = 4 * 1024 * 1024; // bytes; a line of the kernel's table has 150
constexpr auto kListening = "0A";             // TCP_LISTEN, include/net/tcp_states.h

/// Inode numbers of the sockets that listen on @p port: fields 1 (local address), 3 (state), 9 (inode) of
/// /proc/net/tcp (Linux, Documentation/networking/proc_net_tcp.rst).
QSet<QByteArray> listeningInodes(quint16 port)
{
    const auto wanted = ':' + QByteArray::number(port, 16).rightJustified(4, '0').toUpper();
    QSet<QByteArray> inodes;
    for (const auto &name : {u"/proc/net/tcp"_s, u"/proc/net/tcp6"_s}) {
        QFile table(name);
        if (!table.open(QIODevice::ReadOnly))
            continue;
        const auto lines = table.read(kTableCap).split('\n');
        for (const auto &line : lines) {
            const auto fields = line.simplified().split(' ');
            if (fields.size() > 9 && fields[1].endsWith(wanted) && fields[3] == kListening)
                inodes.insert(fields[9]);
        }
    }
    return inodes;
}

bool holds(const QString &process, const QSet<QByteArray> &inodes)
{
    const QDir descriptors(u"/proc/%1/fd"_s.arg(process));
    const auto links = descriptors.entryInfoList(QDir::Files | QDir::System | QDir::NoDotAndDotDot);
    for (const auto &link : links) {
        // "…/socket:[12345]"
        const auto target = link.symLinkTarget();
        const auto begin = target.lastIndexOf("socket:["_L1);
        if (begin >= 0 && inodes.contains(target.sliced(begin + 8).chopped(1).toLatin1()))
            return true;
    }
    return false;
}

} // namespace

QString ownerOfPort(quint16 port)
{
    const auto inodes = listeningInodes(port);
    if (inodes.isEmpty())
        return {};
    const auto processes = QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const auto &process : processes) {
        if (!process.front().isDigit() || !holds(process, inodes))
            continue;
        QFile name(u"/proc/%1/comm"_s.arg(process));
        if (!name.open(QIODevice::ReadOnly))
            continue;
        return u"%1 (process %2)"_s.arg(redactedText(QString::fromUtf8(name.read(64)).trimmed(), 40), process);
    }
    return {};
}

} // namespace lynceus
