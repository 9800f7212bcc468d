#pragma once

#include <QString>

#include <memory>

class QLockFile;

namespace lynceus {

/// A lock that one holder at a time has, in this process or another one of this computer. The system releases it when
/// its process ends, however it ends; no file that stays behind blocks anybody.
class ProcessLock final
{
public:
    /// @param fileName in a folder that exists and is private to the user; the file stays.
    explicit ProcessLock(QString fileName);
    ~ProcessLock();
    ProcessLock(const ProcessLock &) = delete;
    ProcessLock &operator=(const ProcessLock &) = delete;

    enum class Outcome {
        Taken,         ///< it is ours until unlock()
        HeldElsewhere, ///< somebody else has it now
        Unusable,      ///< the file cannot be opened or locked there
    };
    /// At once.
    [[nodiscard]] Outcome tryLock();
    void unlock();
    [[nodiscard]] bool isLocked() const;
    /// The process that took it last; 0 if that is not known.
    [[nodiscard]] qint64 holder() const;

private:
    QString m_fileName;
#ifdef Q_OS_UNIX
    int m_descriptor = -1;
#else
    std::unique_ptr<QLockFile> m_file;
#endif
};

} // namespace lynceus
