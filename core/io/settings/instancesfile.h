#pragma once

#include "core/domain/base/result.h"
#include "core/domain/model/instance.h"

#include <QString>

#include <functional>
#include <vector>

namespace lynceus {

/// What was read, and one sentence for a person if something was wrong with it.
struct StoredInstances
{
    std::vector<Instance> instances;
    QString notice; ///< empty if all is well
};

/// The file with the instances: JSON with a version, never a secret. Written atomically, its folder made if missing,
/// readable by its owner only (addresses of internal servers are nobody else's business).
class InstancesFile final
{
public:
    explicit InstancesFile(QString fileName);

    /// $XDG_CONFIG_HOME/lynceus/instances.json, or what the platform has in its place.
    [[nodiscard]] static QString usualName();

    [[nodiscard]] const QString &fileName() const { return m_fileName; }

    /// No file is no instances. A file that is broken or of a newer version is moved aside, to a name beside it that
    /// the notice says; of a file with some wrong entries the right ones are kept, and a copy of it is put aside.
    /// Error: it is there and cannot be read, or cannot be put aside: then it must not be written either.
    [[nodiscard]] Result<StoredInstances> read() const;

    /// Reads, lets @p apply change what was read, and writes, all under a lock that other processes respect.
    /// Nothing is written if @p apply returns an error. Errors: its own, and why the file cannot be read or written.
    using Change = std::function<Result<void>(std::vector<Instance> &)>;
    [[nodiscard]] Result<StoredInstances> change(const Change &apply) const;

private:
    [[nodiscard]] Result<void> write(const std::vector<Instance> &instances) const;
    [[nodiscard]] Result<QString> putAside(bool keepsFile) const;

    QString m_fileName;
};

} // namespace lynceus
