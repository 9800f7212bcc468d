#include "core/io/store/encoding/applicationblob.h"

#include "core/io/store/encoding/applicationfields.h"
#include "core/io/store/encoding/blobvalues.h"
#include "core/io/store/encoding/compression.h"

namespace lynceus {

namespace {

constexpr quint32 kFormat = 2; ///< increase it when BlobWriter's format changes
constexpr quint32 kFingerprint = detail::fingerprint<Application>(kFormat);

/// False if damaged or of a version with other fields.
template<typename Take>
bool read(const QByteArray &bytes, Take take)
{
    BlobReader blob(bytes, kFingerprint);
    for (auto left = blob.number(); left > 0 && !blob.isBroken(); --left) {
        auto nameSpace = blob.text();
        take(std::move(nameSpace), blob.text(), blob);
    }
    return !blob.isBroken() && blob.isAtEnd();
}

} // namespace

QByteArray applicationBytes(std::span<const ApplicationEntry> applications)
{
    BlobWriter blob;
    blob.number(static_cast<quint32>(applications.size()));
    for (const auto &entry : applications) {
        blob.text(entry.key.nameSpace);
        blob.text(entry.key.name);
        detail::put(blob, *entry.application);
    }
    return blob.bytes(kFingerprint);
}

std::optional<std::vector<Application>> applicationsFrom(const QByteArray &bytes)
{
    std::vector<Application> applications;
    const bool isWhole = read(bytes, [&](const QString &, const QString &, BlobReader &blob) {
        detail::take(blob, applications.emplace_back());
    });
    return isWhole ? std::optional(std::move(applications)) : std::nullopt;
}

QByteArray packApplications(const std::vector<ApplicationEntry> &applications)
{
    return compressed(applicationBytes(applications));
}

std::optional<std::vector<ApplicationEntry>> unpackApplications(const QString &instance, const QByteArray &packed)
{
    const auto bytes = uncompressed(packed);
    if (!bytes)
        return std::nullopt;
    std::vector<ApplicationEntry> applications;
    const bool isWhole = read(*bytes, [&](QString nameSpace, QString name, BlobReader &blob) {
        auto application = std::make_shared<Application>();
        detail::take(blob, *application);
        applications.push_back({{instance, std::move(nameSpace), std::move(name)}, std::move(application)});
    });
    return isWhole ? std::optional(std::move(applications)) : std::nullopt;
}

} // namespace lynceus
