#pragma once

#include "app/gui/applications/applicationsmodel.h"
#include "app/gui/follow/followoffer.h"
#include "app/gui/lists/listpage.h"

class QMenu;
class QPushButton;

namespace lynceus {

class ApplicationsView;

/// The applications of all instances, with a filter.
class ApplicationsPage final : public ListPage
{
    Q_OBJECT
public:
    ApplicationsPage(Engine &engine, const Clock &clock, WindowMemory &memory, QWidget *parent = nullptr);
    ~ApplicationsPage() override;

    [[nodiscard]] const ApplicationsModel &model() const { return *m_model; }
    [[nodiscard]] ApplicationsView &view() const { return *m_view; }
    /// Clears the filter if it hides the application.
    void showApplication(const ApplicationKey &key);
    [[nodiscard]] std::optional<ApplicationKey> current() const;
    /// Number of applications that match a filter.
    [[nodiscard]] int countMatching(const FilterWords &filter) const;
    void remember() const override;

Q_SIGNALS:
    /// The current row changed; there may be none.
    void currentChanged();
    /// Enter or a double click.
    void opened(const lynceus::ApplicationKey &key);
    /// At least one key; several become one release.
    void watchAsked(const std::vector<lynceus::ApplicationKey> &keys);
    /// Requests a follow rule for one of these; the most likely one is first.
    void followAsked(const std::vector<lynceus::FollowOffer> &offers);
    /// Requests the versions of the service with this image ("ghcr.io/acme/web:1.4.0").
    void versionsAsked(const QString &image);
    /// Requests the list of instances: no applications are available, and the reason is shown there.
    void instancesAsked();

private:
    void build();
    void applyFilter() override;
    void renewTimes() override;
    void takeStep() override;
    void showSummary();
    void showContent();
    [[nodiscard]] bool hasInstances() const;
    void sayWhyThereIsNone();
    void askToWatch();
    void askWhereItRuns();
    [[nodiscard]] std::vector<FollowOffer> followOffers() const;
    void showWatchButton();
    void explain();
    void fillSavedMenu();
    void togglePins(const std::vector<ApplicationKey> &keys);
    void copyTable() const;
    void openInBrowser(const std::vector<ApplicationKey> &keys) const;
    void addActions();
    [[nodiscard]] FilterField::Completion completion(const QString &text, qsizetype cursor) override;

    ApplicationsModel *m_model;
    ApplicationsView *m_view;
    QMenu *m_savedMenu;
    QPushButton *m_watch;
    FilterVocabulary m_vocabulary;
    bool m_vocabularyKnown = false; ///< computed while the user types, not at each change
};

} // namespace lynceus
