#pragma once

#include "app/gui/lists/listpage.h"
#include "app/gui/versions/versionsmodel.h"

#include <functional>

class QMenu;
class QToolButton;

namespace lynceus {

class Chip;
class PlainLabel;
class VersionsView;

/// The version matrix: which version of each service runs in which environment, and the differences. Filled when first
/// shown, because it is large and often not needed.
class VersionsPage final : public ListPage
{
    Q_OBJECT
public:
    using Visit = std::function<void(const ApplicationEntry &)>;
    /// Calls its argument for each known application.
    using Applications = std::function<void(const Visit &)>;

    VersionsPage(Engine &engine, Applications applications, const Clock &clock, WindowMemory &memory,
                 QWidget *parent = nullptr);
    ~VersionsPage() override;

    [[nodiscard]] const VersionsModel &model() const { return *m_model; }
    [[nodiscard]] VersionsView &view() const { return *m_view; }
    void setRule(const EnvironmentRule &rule);
    /// Time zone of dates from now on.
    void setZone(const QTimeZone &zone) { m_model->setZone(zone); }
    /// Shows only the service of this image ("ghcr.io/acme/web:1.4.0").
    void showImage(const QString &image);
    /// Exports the shown rows in the format of `lynceus versions`: JSON if the name ends in ".json", otherwise CSV.
    void exportTo(const QString &fileName);
    void remember() const override;

Q_SIGNALS:
    void applicationAsked(const lynceus::ApplicationKey &key);
    /// Requests the Applications page with this filter.
    void applicationsAsked(const QString &filter);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void addActions();
    void fill();
    void readHistory();
    void take(const ChangeSet &changes);
    void applyFilter() override;
    void renewTimes() override;
    void showSummary();
    void showContent();
    void takeStep() override;
    void fillRules();
    void showRule();
    void openCurrent();
    void listCurrent();
    void moveColumn(int by);
    void copyTable();
    [[nodiscard]] QString listFilter(const QString &repository) const;
    [[nodiscard]] FilterField::Completion completion(const QString &text, qsizetype cursor) override;
    [[nodiscard]] QString orderKey() const;

    Applications m_applications;
    VersionsModel *m_model;
    PlainLabel *m_unplaced; ///< number of applications without a column
    Chip *m_differing;
    QToolButton *m_columns;
    QMenu *m_rules;
    VersionsView *m_view;
    QAction *m_export = nullptr;
    bool m_isFilled = false;
};

} // namespace lynceus
