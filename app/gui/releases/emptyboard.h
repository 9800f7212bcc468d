#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace lynceus {

class PlainLabel;

/// The board without watches: explains the page and offers the first step.
class EmptyBoard final : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyBoard(QWidget *parent = nullptr);

    /// Without an instance, the first step is to add one.
    void setHasInstances(bool has);
    /// Number of contexts of the argocd CLI; if there are any, the first step is to import them.
    void setImportable(int contexts);

Q_SIGNALS:
    void newWatchAsked(const QString &text);
    void importAsked();
    void addInstanceAsked();
    void demoAsked();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void tint();
    void showSteps();
    [[nodiscard]] QWidget *firstStep() const;

    PlainLabel *m_glyph;
    PlainLabel *m_title;
    PlainLabel *m_words;
    QLineEdit *m_field;
    QPushButton *m_import;
    QPushButton *m_button;
    QPushButton *m_demo;
    bool m_hasInstances = true;
    int m_importable = 0;
};

} // namespace lynceus
