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

/// Creates watches from an image: only one field is required, everything else has a default, Enter starts the watch.
class NewWatchDialog final : public QDialog
{
    Q_OBJECT
public:
    /// @p who registers the watches: the system's user name.
    NewWatchDialog(Engine &engine, const WatchTargets &targets, const Clock &clock, const QTimeZone &zone,
                   const QString &who, QWidget *parent = nullptr);
    ~NewWatchDialog() override;

    /// Fills in pasted or typed text: an image, part of a name, or one application in the form of
    /// WatchTargets::typedName(). Empty: offers the image in the clipboard, if any.
    void fill(const QString &text);
    /// Selects these applications as one release; only the versions are missing.
    void fillWith(const std::vector<ApplicationKey> &chosen);
    /// Fills in a link: selects its applications, expects all its images and shows its note; deadline and bake time
    /// become the next longer choice.
    void fillFrom(const WatchLink &link);
    /// Default choices, as indexes. Call this first.
    void setDefaults(int deadline, int observing);
    /// Shows the environments of applications and lets the user choose by them. @p environments must outlive the
    /// dialog.
    void follow(const Environments &environments);
    /// The input for the image.
    [[nodiscard]] QLineEdit &field() const { return *m_field; }
    /// Keeps the user's choices.
    void setZone(const QTimeZone &zone);

Q_SIGNALS:
    /// The dialog is done; ids of the new watches.
    void watched(const QStringList &watches);
    /// No instance can be searched; the remedy is on the Instances page. The dialog is done.
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
    [[nodiscard]] QString otherImages() const;

    Engine &m_engine;
    const WatchTargets &m_targets;
    const Clock &m_clock;
    QString m_who;
    TargetModel *m_model;
    QLineEdit *m_field;
    PlainLabel *m_origin; ///< "from the clipboard"
    PlainLabel *m_summary;
    Banner *m_obstacle; ///< why no application can be found
    TargetList *m_list;
    PlainLabel *m_troubles;
    QWidget *m_environmentLine = nullptr;
    ChipRow *m_environments;
    const Environments *m_environmentsOf = nullptr; ///< null: none
    QWidget *m_versionLine;
    ChipRow *m_versions;
    ExpectationForm *m_expectation;
    TimesForm *m_times;
    QWidget *m_releaseLine;
    QLineEdit *m_release;
    QWidget *m_noteLine; ///< only for links with a note
    QLineEdit *m_note;
    PlainLabel *m_command;
    QToolButton *m_copy;
    QPushButton *m_watch;
    TargetFacts *m_facts;
    QTimer m_again; ///< searches again after changes, at most once per iteration of the event loop
    std::vector<ApplicationKey> m_chosen; ///< given applications; empty: found by the text
    TargetSearch m_search;
    QString m_error; ///< of the last attempt
    bool m_busy = false;
};

} // namespace lynceus
