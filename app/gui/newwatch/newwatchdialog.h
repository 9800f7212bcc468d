#pragma once

#include "core/domain/newwatch/watchplan.h"
#include "core/io/clock.h"

#include <QDialog>
#include <QTimer>

class QLineEdit;
class QPushButton;
class QToolButton;

namespace lynceus {

class Banner;
class ChipRow;
class Engine;
class Environments;
class ExpectationForm;
class PlainLabel;
class TargetFacts;
class TargetList;
class TargetModel;
class TimesForm;
class WatchTargets;
struct WatchLink;

/// From an image to watching: one field, everything else has a sensible value, Enter watches.
class NewWatchDialog final : public QDialog
{
    Q_OBJECT
public:
    /// @p who registers the watches: the system's user name.
    NewWatchDialog(Engine &engine, const WatchTargets &targets, const Clock &clock, const QTimeZone &zone,
                   const QString &who, QWidget *parent = nullptr);
    ~NewWatchDialog() override;

    /// What was pasted or typed elsewhere: an image, a part of a name, or one application as WatchTargets::typedName()
    /// has it. Empty: the clipboard's image is offered, if it holds one.
    void fill(const QString &text);
    /// These applications, as one release: only versions are missing.
    void fillWith(const std::vector<ApplicationKey> &chosen);
    /// From a link: ticks what it names; deadline and bake become the next longer choice.
    void fillFrom(const WatchLink &link);
    /// What is chosen until somebody chooses otherwise: positions among the choices. To be called first.
    void setDefaults(int deadline, int observing);
    /// Applications show their environments, and can be chosen by them. It outlives the dialog.
    void follow(const Environments &environments);
    /// Where the image is typed.
    [[nodiscard]] QLineEdit &field() const { return *m_field; }
    /// What was chosen stays.
    void setZone(const QTimeZone &zone);

Q_SIGNALS:
    /// The dialog is done; the ids are the new watches'.
    void watched(const QStringList &watches);
    /// There is nothing to look in, and the remedy is found at the instances. The dialog is done.
    void instancesAsked();

public Q_SLOTS:
    void accept() override;

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void listen();
    void fillWith(const WatchTarget &target);
    void search();
    void showObstacle();
    void showEnvironments();
    void showVersions();
    void chooseVersion(int choice);
    void showKind();
    void showPlan();
    void showSummary();
    void showCommand();
    void tint();
    [[nodiscard]] WatchPlan plan() const;
    [[nodiscard]] QString command() const;

    Engine &m_engine;
    const WatchTargets &m_targets;
    const Clock &m_clock;
    QString m_who;
    TargetModel *m_model;
    QLineEdit *m_field;
    PlainLabel *m_origin; ///< "from the clipboard"
    PlainLabel *m_summary;
    Banner *m_obstacle; ///< nothing can be found at all
    TargetList *m_list;
    PlainLabel *m_troubles;
    QWidget *m_environmentLine = nullptr;
    ChipRow *m_environments;
    const Environments *m_environmentsOf = nullptr; ///< null: there are none
    QWidget *m_versionLine;
    ChipRow *m_versions;
    ExpectationForm *m_expectation;
    TimesForm *m_times;
    QWidget *m_releaseLine;
    QLineEdit *m_release;
    PlainLabel *m_command;
    QToolButton *m_copy;
    QPushButton *m_watch;
    TargetFacts *m_facts;
    QTimer m_again;                       ///< searches again after changes, at most once per turn
    std::vector<ApplicationKey> m_chosen; ///< elsewhere; empty: the text says which
    TargetSearch m_search;
    QString m_error; ///< of the last try
    bool m_busy = false;
};

} // namespace lynceus
