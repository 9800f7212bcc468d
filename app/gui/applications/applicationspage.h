#pragma once

#include "app/gui/applications/applicationsmodel.h"
#include "app/gui/follow/followoffer.h"
#include "app/gui/lists/listpage.h"

class QMenu;
class QPushButton;

namespace lynceus {

class ApplicationsView;

/// All applications of all instances, and words that filter them.
class ApplicationsPage final : public ListPage
{
    Q_OBJECT
public:
    ApplicationsPage(Engine &engine, const Clock &clock, WindowMemory &memory, QWidget *parent = nullptr);
    ~ApplicationsPage() override;

    [[nodiscard]] const ApplicationsModel &model() const { return *m_model; }
    [[nodiscard]] ApplicationsView &view() const { return *m_view; }
    /// Takes the filter off where it hides the application.
    void showApplication(const ApplicationKey &key);
    [[nodiscard]] std::optional<ApplicationKey> current() const;
    /// How many of all applications a filter matches.
    [[nodiscard]] int countMatching(const FilterWords &filter) const;
    void remember() const override;

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
    /// None can be seen, and why is said at the instances.
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
    bool m_vocabularyKnown = false; ///< asked for while somebody types, not at each change
};

} // namespace lynceus
