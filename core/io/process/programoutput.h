#pragma once

#include "core/domain/base/result.h"
#include "core/io/process/ownprogram.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

#include <chrono>
#include <memory>

namespace lynceus {

/// Runs a program of Lynceus to its end and returns its standard output. Destroying it ends the program.
class ProgramOutput final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::seconds kLimit{60};        ///< per run
    static constexpr qsizetype kLargestOutput = 1024 * 1024; ///< bytes; the rest is dropped

    explicit ProgramOutput(QObject *parent = nullptr);
    ~ProgramOutput() override;

    /// Call once per object.
    void start(const ProgramCall &call);

Q_SIGNALS:
    /// Emitted once, with the output for any exit code. Errors: it could not be started, crashed, or took too long.
    void finished(const lynceus::Result<QByteArray> &output);

private:
    void end(const Result<QByteArray> &output);

    std::unique_ptr<QProcess> m_process;
    QTimer m_limit;
    QByteArray m_output;
    bool m_hasEnded = false;
};

} // namespace lynceus
