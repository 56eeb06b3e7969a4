package org.feedwright.folder.disk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConflictCopyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "case.sync-conflict-20260101-120000-ABCDEFG.md",
                "case.sync-conflict-20260101-120000.md",
                "case (conflicted copy 2026-01-01).md",
                "case (Ann's conflicted copy 2026-01-01).md",
                "case (Ann's conflicted copy 2026-01-01) (1).md",
                "case (conflicted copy 2026-01-01 120000).md",
                "case (Conflicted copy Phone 202601011200).md",
                "case (Case Conflict).md",
                "case (Case Conflict 1).md",
                "case (Unicode Encoding Conflict).md",
                "case (In Konflikt stehende Kopie von Ann 2026-01-01).md",
                "case (Copie en conflit de Ann 2026-01-01).md",
                "case (Copia en conflicto de Ann 2026-01-01).md",
                "case (Copia in conflitto di Ann 2026-01-01).md",
                "case (Cópia em conflito de Ann 2026-01-01).md",
                "case (Ann - kopia powodująca konflikt 2026-01-01).md",
                "case (конфликтующая копия Ann 2026-01-01).md",
                "case (Annの競合コピー 2026-01-01).md",
                "case (Ann 的冲突副本 2026-01-01).md",
                "case (Ann 的衝突複本 2026-01-01).md",
                "case (Ann의 충돌 사본 2026-01-01).md",
                "case (Ann 的衝突複製 2026-01-01).md",
                "case (конфліктна копія Ann 2026-01-01).md",
                "case (conflicterend exemplaar van Ann 2026-01-01).md",
                "case (Annin ristiriitainen kopio 2026-01-01).md",
                "case (Ann adlı kişinin çakışan kopyası 2026-01-01).md",
                "case (kolize, kopie Ann 2026-01-01).md",
                "case (Ann ütköző másolata 2026-01-01).md",
                "case (kópia s konfliktom Ann 2026-01-01).md",
                "case (White Space Conflict).md",
                "case (Whitespace Conflict).md",
                "case (Selective Sync Conflict 2).md",
                "case (case clash from laptop).md",
                "case_conflict-20260101-120000.md",
                "case (conflict on 2026-01-01).md",
                "case (conflict #2 on 2026-01-01).md",
                "case (SFConflict ann@example.org 2026-01-01-12-00-00).md",
                "case [Conflict].md",
                "case [conflicted].md",
                "case [conflict 2].md",
                "case (conflicted).md",
                "case.conflict1.md",
                "case_DiskStation_Jan-01-1200-2026_Conflict.md",
                "case_LOCAL_1234.md",
                "case_BACKUP_1234.md",
                "case_BASE_1234.md",
                "case_REMOTE_1234.md"
            })
    void isAnythingThatOnlyASynchronizationIsCalled(String name) {
        assertThat(ConflictCopy.certainOriginal(name)).contains("case.md");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "case (1).md",
                "case 2.md",
                "case.Conflict.md",
                "case - Copy.md",
                "case - Copy (2).md",
                "case copy.md",
                "case Kopie.md",
                "case kopi.md",
                "case copie 2.md",
                "case copia.md",
                "case - cópia (3).md",
                "case - kopia.md",
                "case コピー.md",
                "case 副本.md",
                "case-DESKTOP-AB12CDE.md",
                "case-LAPTOP-AB12CDEF.md"
            })
    void isPerhapsWhatPeopleMayHaveCalledSo(String name) {
        assertThat(ConflictCopy.of(name)).contains(new ConflictCopy("case.md", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "case.md",
                "2026-01-26-armed-conflict.md",
                "the-conflict (a copper mine).md",
                "conflicted copy.md",
                "sync-conflict.md",
                "case (part one).md",
                "case.sync-conflict-20260101-120000-ABCDEFG.png",
                "case (Armed conflict).md"
            })
    void isNothingElse(String name) {
        assertThat(ConflictCopy.of(name).filter(ConflictCopy::isCertain)).isEmpty();
    }

    @Test
    void keepsTheSuffixAndTheDateOfItsOriginal() {
        assertThat(ConflictCopy.certainOriginal("2026-01-26-case.sync-conflict-20260101-120000-ABCDEFG.Markdown"))
                .contains("2026-01-26-case.Markdown");
    }
}
