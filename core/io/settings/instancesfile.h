#pragma once

#include "core/domain/base/result.h"
#include "core/domain/model/instance.h"

#include <QString>

#include <functional>
#include <vector>

namespace lynceus {

/// The stored instances, with one sentence for the user if there was a problem.
struct StoredInstances
{
    std::vector<Instance> instances;
    QString notice; ///< empty if there was no problem
};

/// The file with the instances: JSON with a version, without secrets. Written atomically; its folder is created if
/// missing. Readable by its owner only, because addresses of internal servers are confidential.
class InstancesFile final
{
public:
    explicit InstancesFile(QString fileName);

    /// $XDG_CONFIG_HOME/lynceus/instances.json, or the platform's equivalent.
    [[nodiscard]] static QString usualName();

    [[nodiscard]] const QString &fileName() const { return m_fileName; }

    /// A missing file has no instances. Reading never changes the file: the notice says why a file that is invalid or
    /// of a newer version has no instances, or which entries are invalid. Error: it exists and cannot be read.
    [[nodiscard]] Result<StoredInstances> read() const;
    /// As ListFile::readValid().
    [[nodiscard]] Result<std::vector<Instance>> readValid() const;

    /// As ListFile::change().
    using Change = std::function<Result<void>(std::vector<Instance> &)>;
    [[nodiscard]] Result<StoredInstances> change(const Change &apply, const std::vector<Instance> &known = {}) const;
    /// As ListFile::checkChangeable().
    [[nodiscard]] Result<void> checkChangeable() const;
    /// As ListFile::writeIfMissing().
    [[nodiscard]] Result<void> writeIfMissing(const std::vector<Instance> &known) const;

private:
    QString m_fileName;
};

} // namespace lynceus
