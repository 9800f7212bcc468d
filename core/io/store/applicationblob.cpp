#include "core/io/store/applicationblob.h"

#include "core/io/store/applicationfields.h"
#include "core/io/store/compression.h"
#include "core/io/store/streamvalues.h"

namespace lynceus {

namespace {

constexpr auto kStreamVersion = QDataStream::Qt_6_4;
constexpr quint32 kFingerprint = detail::fingerprint<Application>();

/// False if it was damaged or has other fields.
template<typename Take>
bool read(const QByteArray &bytes, Take take)
{
    QDataStream stream(bytes);
    stream.setVersion(kStreamVersion);
    quint32 mark = 0;
    quint32 size = 0;
    stream >> mark >> size;
    if (stream.status() != QDataStream::Ok || mark != kFingerprint)
        return false;
    for (quint32 left = size; left > 0 && stream.status() == QDataStream::Ok; --left) {
        ApplicationKey key;
        stream >> key.nameSpace >> key.name;
        take(std::move(key), stream);
    }
    return stream.status() == QDataStream::Ok && stream.atEnd();
}

} // namespace

QByteArray applicationBytes(std::span<const ApplicationEntry> applications)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(kStreamVersion);
    stream << kFingerprint << static_cast<quint32>(applications.size());
    for (const auto &entry : applications) {
        stream << entry.key.nameSpace << entry.key.name;
        detail::put(stream, *entry.application);
    }
    return bytes;
}

std::optional<std::vector<Application>> applicationsFrom(const QByteArray &bytes)
{
    std::vector<Application> applications;
    const bool isWhole = read(
        bytes, [&](const ApplicationKey &, QDataStream &stream) { detail::take(stream, applications.emplace_back()); });
    return isWhole ? std::optional(std::move(applications)) : std::nullopt;
}

QByteArray packApplications(const std::vector<ApplicationEntry> &applications)
{
    return compressed(applicationBytes(applications));
}

std::optional<std::vector<ApplicationEntry>> unpackApplications(const QString &instance, const QByteArray &blob)
{
    const auto bytes = uncompressed(blob);
    if (!bytes)
        return std::nullopt;
    std::vector<ApplicationEntry> applications;
    const bool isWhole = read(*bytes, [&](ApplicationKey key, QDataStream &stream) {
        auto application = std::make_shared<Application>();
        detail::take(stream, *application);
        key.instance = instance;
        applications.push_back({std::move(key), std::move(application)});
    });
    return isWhole ? std::optional(std::move(applications)) : std::nullopt;
}

} // namespace lynceus
