#pragma once

#include "core/io/ipc/ownerplace.h"

#include <QLockFile>

namespace lynceus {

/// Who may own the engine and the store: at most one process of a person. A lock whose process died is nobody's,
/// however it died.
class OwnerLock final
{
public:
    explicit OwnerLock(const OwnerPlace &place);

    /// True: it is ours until we let it go. False: another process has it.
    /// Error::Kind::BadInput: the file cannot be written, with the reason.
    [[nodiscard]] Result<bool> tryLock();
    void release();
    [[nodiscard]] bool isOurs() const { return m_lock.isLocked(); }
    /// The process that has it, 0 if nobody has.
    [[nodiscard]] qint64 holder() const;

private:
    QString m_fileName;
    QLockFile m_lock;
};

} // namespace lynceus
