#pragma once

#include "app/gui/widgets/controls/filterfield.h"
#include "core/domain/search/applicationfilter.h"
#include "core/domain/search/filtercompletion.h"
#include "core/engine/facade/engine.h"

#include <QLatin1StringView>
#include <QTimer>
#include <QWidget>

#include <functional>

class QAbstractItemView;
class QAction;
class QKeySequence;
class QStackedWidget;
class QVBoxLayout;

namespace lynceus {

class EmptyState;
class InlineBar;
class PageHeader;
class WindowMemory;

/// A page that lists rows and filters them by words: a header with the field, a bar for messages, the list or what to
/// do where it is empty, the list's actions with their keys, its menu, and its export to a file. What is in the list
/// is its subclass's.
class ListPage : public QWidget
{
    Q_OBJECT
public:
    ~ListPage() override;

    [[nodiscard]] QString filterText() const { return m_field->text(); }
    void setFilterText(const QString &text) { m_field->setText(text); }
    void focusFilter();
    /// To the list, or to what can be done where it is empty.
    void takeFocus();
    /// Everything that can be done with rows.
    [[nodiscard]] QList<QAction *> listActions() const;
    /// What the window is to remember; called when it closes.
    virtual void remember() const;

Q_SIGNALS:
    void addInstanceAsked();
    void said(const QString &sentence);

protected:
    struct Texts
    {
        QString title;
        QString filterName; ///< for screen readers
        QString placeholder;
        QLatin1StringView filterKey; ///< under which the window remembers the filter
    };
    struct FileFormat
    {
        QString suffix;      ///< "csv"
        QString description; ///< "CSV for spreadsheets"
    };

    ListPage(Engine &engine, WindowMemory &memory, const Texts &texts, QWidget *parent);

    /// @p list, alone or in @p content, is what the page shows. Once, before anything else.
    void setList(QAbstractItemView *list, QWidget *content = nullptr);
    /// With the remembered filter, which is applied now. Once, at the end of the construction.
    void startFiltering();
    QAction *addListAction(QLatin1StringView id, const QString &text, QLatin1StringView glyph,
                           const QList<QKeySequence> &keys, std::function<void()> then);
    /// An action with its key, and a button in the header.
    QAction *addExport(QLatin1StringView id, std::function<void()> then);
    /// Asks where to write to; @p chosen gets the file's name, with a suffix, and which of the formats was chosen.
    void chooseFile(const QString &title, const std::vector<FileFormat> &formats,
                    std::function<void(const QString &fileName, int format)> chosen);
    /// Says @p success, or why it could not be written.
    void write(const QString &fileName, const QByteArray &content, const QString &success);

    void showList();
    void showEmpty();
    [[nodiscard]] bool isListShown() const;
    /// There is no instance, as far as everything was read.
    [[nodiscard]] bool lacksInstances() const;
    void sayThatInstancesLack(QLatin1StringView glyph, const QString &title);
    /// "10 of 12,431", or how many there are; nothing where there are none.
    [[nodiscard]] static QString countText(int shown, int total);
    /// What stands out in the field.
    [[nodiscard]] static std::vector<FilterField::Highlight> highlightsOf(const FilterWords &words);
    /// As many as can be looked through; more are found faster by typing on.
    [[nodiscard]] static FilterField::Completion completionFrom(const FilterCompletion &found);

    virtual void applyFilter() = 0;
    /// What the button of the empty page says.
    virtual void takeStep() = 0;
    [[nodiscard]] virtual FilterField::Completion completion(const QString &text, qsizetype cursor) = 0;
    /// Each second while the page is visible.
    virtual void renewTimes() = 0;

    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

    [[nodiscard]] Engine &engine() const { return m_engine; }
    [[nodiscard]] WindowMemory &memory() const { return m_memory; }
    [[nodiscard]] FilterField &field() const { return *m_field; }
    [[nodiscard]] InlineBar &bar() const { return *m_bar; }
    [[nodiscard]] EmptyState &emptyState() const { return *m_empty; }
    [[nodiscard]] PageHeader &header() const { return *m_header; }
    /// The header, the bar and, last, the list: rows may be put between them.
    [[nodiscard]] QVBoxLayout &rows() const { return *m_rows; }

private:
    void openMenu(const QPoint &position);
    void goToList();

    Engine &m_engine;
    WindowMemory &m_memory;
    QLatin1StringView m_filterKey;
    PageHeader *m_header;
    InlineBar *m_bar;
    FilterField *m_field;
    QStackedWidget *m_content;
    EmptyState *m_empty;
    QVBoxLayout *m_rows;
    QAbstractItemView *m_list = nullptr;
    QTimer m_tick;
};

} // namespace lynceus
