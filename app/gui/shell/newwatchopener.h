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

/// Opens the New watch dialog, filled in with the user's defaults and with what was pasted, dropped or selected.
/// Watches start only when the user confirms the dialog.
class NewWatchOpener final : public QObject
{
    Q_OBJECT
public:
    /// @p window is the parent of this object and of its dialogs. All arguments must outlive this object.
    NewWatchOpener(Engine &engine, const WatchTargets &targets, const Environments &environments, const Clock &clock,
                   QWidget &window);

    /// The name recorded as the creator of the watches.
    void setUserName(const QString &name) { m_userName = name; }
    void setDefaults(Preferences::Deadline deadline, Preferences::Observing observing);
    /// Sets the time zone for displayed times, including those in open dialogs.
    void setZone(const QTimeZone &zone);

    /// @p text: an image, an application's name, the URL of its page in Argo CD, a Lynceus link, or empty. Emits
    /// failed() and opens nothing if a link or URL refers to an unknown instance or application.
    void open(const QString &text);
    /// Opens the dialog for these applications as one release.
    void open(const std::vector<ApplicationKey> &applications);

Q_SIGNALS:
    void opened();
    /// The ids of the new watches.
    void watched(const QStringList &watches);
    /// No instance can be searched: show the list of instances, where the user can fix this.
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
