using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Zhizhuxia.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MailOut : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Letters_Submissions_SubmissionId",
                table: "Letters");

            migrationBuilder.AlterColumn<Guid>(
                name: "SubmissionId",
                table: "Letters",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddColumn<Guid>(
                name: "EditorId",
                table: "Letters",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Key",
                table: "Letters",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "DigestOff",
                table: "Editors",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "IX_Letters_EditorId",
                table: "Letters",
                column: "EditorId");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_Key",
                table: "Letters",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Letters_State_CreatedAt_Id",
                table: "Letters",
                columns: new[] { "State", "CreatedAt", "Id" });

            migrationBuilder.AddForeignKey(
                name: "FK_Letters_Editors_EditorId",
                table: "Letters",
                column: "EditorId",
                principalTable: "Editors",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Letters_Submissions_SubmissionId",
                table: "Letters",
                column: "SubmissionId",
                principalTable: "Submissions",
                principalColumn: "Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Letters_Editors_EditorId",
                table: "Letters");

            migrationBuilder.DropForeignKey(
                name: "FK_Letters_Submissions_SubmissionId",
                table: "Letters");

            migrationBuilder.DropIndex(
                name: "IX_Letters_EditorId",
                table: "Letters");

            migrationBuilder.DropIndex(
                name: "IX_Letters_Key",
                table: "Letters");

            migrationBuilder.DropIndex(
                name: "IX_Letters_State_CreatedAt_Id",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "EditorId",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "Key",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "DigestOff",
                table: "Editors");

            migrationBuilder.AlterColumn<Guid>(
                name: "SubmissionId",
                table: "Letters",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Letters_Submissions_SubmissionId",
                table: "Letters",
                column: "SubmissionId",
                principalTable: "Submissions",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
