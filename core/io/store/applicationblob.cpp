#include "core/io/store/applicationblob.h"

#include "core/io/store/applicationfields.h"
#include "core/io/store/compression.h"
#include "core/io/store/streamvalues.h"

namespace lynceus {

namespace {

constexpr auto kStreamVersion = QDataStream::Qt_6_4;
constexpr quint32 kFingerprint = detail::fingerprint<Application>();

} // namespace

QByteArray packApplications(const std::vector<ApplicationEntry> &applications)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(kStreamVersion);
    stream << kFingerprint << static_cast<quint32>(applications.size());
    for (const auto &entry : applications) {
        stream << entry.key.nameSpace << entry.key.name;
        detail::put(stream, *entry.application);
    }
    return compressed(bytes);
}

std::optional<std::vector<ApplicationEntry>> unpackApplications(const QString &instance, const QByteArray &blob)
{
    const auto bytes = uncompressed(blob);
    if (!bytes)
        return std::nullopt;
    QDataStream stream(*bytes);
    stream.setVersion(kStreamVersion);
    quint32 mark = 0;
    quint32 size = 0;
    stream >> mark >> size;
    if (stream.status() != QDataStream::Ok || mark != kFingerprint)
        return std::nullopt;
    std::vector<ApplicationEntry> applications;
    for (quint32 left = size; left > 0 && stream.status() == QDataStream::Ok; --left) {
        ApplicationKey key;
        key.instance = instance;
        stream >> key.nameSpace >> key.name;
        auto application = std::make_shared<Application>();
        detail::take(stream, *application);
        applications.push_back({std::move(key), std::move(application)});
    }
    if (stream.status() != QDataStream::Ok || !stream.atEnd())
        return std::nullopt;
    return applications;
}

} // namespace lynceus
