#pragma once

#include "core/io/settings/preferences.h"

#include <QObject>
#include <QTimeZone>

#include <vector>

class QWidget;

namespace lynceus {

class Clock;
class Engine;
class Environments;
class NewWatchDialog;
class WatchTargets;
struct ApplicationKey;

/// Opens New watch, from wherever it is asked for, with what it begins with: the user's defaults, and what was pasted,
/// dropped or chosen. Nothing is watched before the user says so.
class NewWatchOpener final : public QObject
{
    Q_OBJECT
public:
    /// Dialogs are those of @p window, which owns this. All that it gets outlives it.
    NewWatchOpener(Engine &engine, const WatchTargets &targets, const Environments &environments, const Clock &clock,
                   QWidget &window);

    /// Who registers the watches.
    void setUserName(const QString &name) { m_userName = name; }
    void setDefaults(Preferences::Deadline deadline, Preferences::Observing observing);
    /// In which times are shown from now on, also by what is open.
    void setZone(const QTimeZone &zone);

    /// With an image, an application's name or page, a link, or nothing. failed(): it is a link or page of something
    /// that is not known here; then nothing opens.
    void open(const QString &text);
    /// For these applications, as one release.
    void open(const std::vector<ApplicationKey> &applications);

Q_SIGNALS:
    void opened();
    /// The ids of the new watches.
    void watched(const QStringList &watches);
    /// There is nothing to look in, and the remedy is found at the instances.
    void instancesAsked();
    void failed(const QString &sentence);

private:
    [[nodiscard]] NewWatchDialog *openDialog();
    void take(const QString &text, NewWatchDialog *dialog);

    Engine &m_engine;
    const WatchTargets &m_targets;
    const Environments &m_environments;
    const Clock &m_clock;
    QWidget &m_window;
    QString m_userName;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    Preferences::Deadline m_deadline = Preferences::Deadline::QuarterHour;
    Preferences::Observing m_observing = Preferences::Observing::NotAtAll;
};

} // namespace lynceus
