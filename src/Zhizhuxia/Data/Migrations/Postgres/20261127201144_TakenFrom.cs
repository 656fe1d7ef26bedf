using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Zhizhuxia.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class TakenFrom : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "TakenFrom_At",
                table: "Steps",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TakenFrom_EditorId",
                table: "Steps",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TakenFrom_Name",
                table: "Steps",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "TakenFrom_At",
                table: "Steps");

            migrationBuilder.DropColumn(
                name: "TakenFrom_EditorId",
                table: "Steps");

            migrationBuilder.DropColumn(
                name: "TakenFrom_Name",
                table: "Steps");
        }
    }
}
