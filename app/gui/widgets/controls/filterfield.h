#pragma once

#include <QFrame>

#include <functional>
#include <vector>

class QCompleter;
class QLabel;
class QLineEdit;
class QStringListModel;

namespace lynceus {

/// Input for a filter. Field names are highlighted, invalid parts are underlined, and completions are offered while
/// typing. A summary at the end shows how many rows match, with a link that explains which are hidden. If space is
/// short, the summary is shortened so that the typed text stays readable.
class FilterField final : public QFrame
{
    Q_OBJECT
public:
    /// A part of the text with a format of its own: a field or an invalid word.
    struct Highlight
    {
        qsizetype start = 0;
        qsizetype length = 0;
        QString problem; ///< why this part is invalid; empty if it is valid
    };
    struct Completion
    {
        qsizetype start = 0;
        qsizetype length = 0;
        QStringList candidates;
    };

    explicit FilterField(const QString &accessibleName, const QString &placeholder, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    void setText(const QString &text);
    void setHighlights(const std::vector<Highlight> &highlights);
    void setCompletion(std::function<Completion(const QString &text, qsizetype cursor)> completion);
    /// @p summary: "10 of 12,431". @p whyLink: text of the link that explains it; empty for no link.
    void setSummary(const QString &summary, const QString &whyLink);
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QLineEdit *line() const { return m_line; }

Q_SIGNALS:
    void textChanged(const QString &text);
    void explanationAsked();
    /// The Down key was pressed in the field: move the focus to the list.
    void listAsked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void offerCompletion();
    void fitSummary();
    [[nodiscard]] QString link() const;
    /// Minimum width in px without the summary.
    [[nodiscard]] int leastWidth() const;
    void take(const QString &candidate);
    [[nodiscard]] bool isOffering() const;

    QLineEdit *m_line;
    QLabel *m_summary;
    QCompleter *m_completer;
    QStringListModel *m_candidates;
    std::function<Completion(const QString &, qsizetype)> m_completion;
    Completion m_offered;
    QString m_count;
    QString m_why;
    int m_summaryWidth = 0; ///< width of the unshortened summary in px
    bool m_isShort = false;
};

} // namespace lynceus
