#pragma once

#include <QString>

#include <memory>

class QLockFile;

namespace lynceus {

/// A lock with one holder at a time, among all processes of this computer. The system releases it when the process ends
/// in any way, so a leftover file does not block.
class ProcessLock final
{
public:
    /// @param fileName in an existing folder that is private to the user; the file is not removed.
    explicit ProcessLock(QString fileName);
    ~ProcessLock();
    ProcessLock(const ProcessLock &) = delete;
    ProcessLock &operator=(const ProcessLock &) = delete;

    enum class Outcome {
        Taken,         ///< held until unlock()
        HeldElsewhere, ///< another holder has it now
        Unusable,      ///< the file cannot be opened or locked there
    };
    /// Does not wait.
    [[nodiscard]] Outcome tryLock();
    void unlock();
    [[nodiscard]] bool isLocked() const;
    /// The process that last took it; 0 if unknown.
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
