#pragma once

#include "app/gui/applications/applicationsmodel.h"
#include "app/gui/follow/followoffer.h"
#include "app/gui/widgets/filterfield.h"
#include "core/engine/engine.h"

#include <QTimer>
#include <QWidget>

class QMenu;
class QPushButton;
class QStackedLayout;

namespace lynceus {

class ApplicationsView;
class EmptyState;
class WindowMemory;

/// All applications of all instances, and words that filter them.
class ApplicationsPage final : public QWidget
{
    Q_OBJECT
public:
    ApplicationsPage(Engine &engine, const Clock &clock, WindowMemory &memory, QWidget *parent = nullptr);
    ~ApplicationsPage() override;

    [[nodiscard]] const ApplicationsModel &model() const { return *m_model; }
    [[nodiscard]] ApplicationsView &view() const { return *m_view; }
    [[nodiscard]] QString filterText() const { return m_field->text(); }
    void setFilterText(const QString &text);
    /// Takes the filter off where it hides the application.
    void showApplication(const ApplicationKey &key);
    [[nodiscard]] std::optional<ApplicationKey> current() const;
    void focusFilter();
    /// How many of all applications a filter matches.
    [[nodiscard]] int countMatching(const FilterWords &filter) const;
    /// What the window is to remember; called when it closes.
    void remember() const;

Q_SIGNALS:
    /// Another row is current; nothing may be.
    void currentChanged();
    /// Enter or a double click.
    void opened(const lynceus::ApplicationKey &key);
    /// At least one; several are to be one release.
    void watchAsked(const std::vector<lynceus::ApplicationKey> &keys);
    /// A follow rule for one of these is wanted; the first is what was meant most likely.
    void followAsked(const std::vector<lynceus::FollowOffer> &offers);
    /// Where the service of this image runs ("ghcr.io/acme/web:1.4.0").
    void versionsAsked(const QString &image);
    void addInstanceAsked();
    /// None can be seen, and why is said at the instances.
    void instancesAsked();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void applyFilter();
    void showSummary();
    void showContent();
    void sayWhyThereIsNone();
    void askToWatch();
    void askWhereItRuns();
    [[nodiscard]] std::vector<FollowOffer> followOffers() const;
    void showWatchButton();
    void explain();
    void fillSavedMenu();
    void showContextMenu(const QPoint &position);
    void togglePins(const std::vector<ApplicationKey> &keys);
    void copyTable() const;
    void openInBrowser(const std::vector<ApplicationKey> &keys) const;
    void addActions();
    [[nodiscard]] FilterField::Completion completion(const QString &text, qsizetype cursor);

    Engine &m_engine;
    WindowMemory &m_memory;
    ApplicationsModel *m_model;
    ApplicationsView *m_view;
    FilterField *m_field;
    EmptyState *m_empty;
    QStackedLayout *m_content = nullptr;
    QMenu *m_savedMenu;
    QPushButton *m_watch;
    QTimer m_ages;
    FilterVocabulary m_vocabulary;
    bool m_vocabularyKnown = false; ///< asked for while somebody types, not at each change
    bool m_started = false;
};

} // namespace lynceus
